r"""Lambda function runs code without checking a signature.

Whoever may upload code, by a stolen key or a hole in the build, decides what runs with the role of the function. With
code signing only what a trusted build has signed is accepted.

## Bad
```terraform
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"
  filename      = "orders.zip"
  handler       = "orders.handle"
  runtime       = "python3.13"
}
```
## Good
```terraform
resource "aws_lambda_function" "orders" {
  function_name           = "orders"
  role                    = "arn:aws:iam::111122223333:role/orders"
  filename                = "orders.zip"
  handler                 = "orders.handle"
  runtime                 = "python3.13"
  code_signing_config_arn = "arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-0a1b2c3d4e5f6a7b8"
}
```
## Fix
A signing profile has to be made, and the build has to use it.
## See
https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    standards={
        "pci-dss-4.0": ("6.3.3",),
        "hipaa": ("164.308(a)(1)",),
        "nist-800-53": ("SI-2",),
        "soc-2": ("CC7.1",),
        "iso-27001": ("A.8.8",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.05",),
    },
    aliases=("CKV_AWS_272",),
    default=False,
)


@rule.on("aws_lambda_function")
def check(function: Resource) -> Iterator[Finding]:
    config = function["code_signing_config_arn"]
    image = function["package_type"].equals("Image")  # signed, if at all, in its registry
    if not image and (config.absent or config.text == ""):
        yield rule.found(config, f"{function} runs code without checking a signature")
