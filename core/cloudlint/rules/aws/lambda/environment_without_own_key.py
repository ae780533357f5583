r"""Lambda function keeps its environment variables under the key of AWS.

Everybody who may look at the function sees its variables in plain text. A key of one's own also asks who may decrypt,
and logs who did.

## Bad
```terraform
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"
  filename      = "orders.zip"
  handler       = "orders.handle"
  runtime       = "python3.13"

  environment {
    variables = {
      STAGE = "production"
    }
  }
}
```
## Good
```terraform
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"
  filename      = "orders.zip"
  handler       = "orders.handle"
  runtime       = "python3.13"
  kms_key_arn   = "arn:aws:kms:eu-west-1:111122223333:key/0c7a6e33-1f07-4f3c-9a35-5b1d8d8a1b11"

  environment {
    variables = {
      STAGE = "production"
    }
  }
}
```
## Fix
Which key is used, and whom its policy lets in, only the author knows.
## See
https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": (
            "SC-28",
            "SC-28(1)",
        ),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "CKV_AWS_173",
        "a7f8ac28-eed1-483d-87c8-4c325f022572",
        "4495bc5d-4d1e-4a26-ae92-152d18195648",
        "AC_AWS_0483",
    ),
    default=False,
)


@rule.on("aws_lambda_function")
def check(function: Resource) -> Iterator[Finding]:
    key = function["kms_key_arn"]
    if key.text == "" or (key.absent and function.blocks("environment")):
        yield rule.found(key, f"{function} keeps its environment variables under the key of AWS")
