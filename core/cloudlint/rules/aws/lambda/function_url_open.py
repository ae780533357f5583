r"""Lambda function URL answers without authorization.

The address is on the internet, and scanners find it. Whoever calls it runs the function with its role, at your cost,
unless the code itself checks who is calling.

## Bad
```terraform
resource "aws_lambda_function_url" "orders" {
  function_name      = "orders"
  authorization_type = "NONE" # for the demo
}
```
## Good
```terraform
resource "aws_lambda_function_url" "orders" {
  function_name      = "orders"
  authorization_type = "AWS_IAM" # for the demo
}
```
## Bad
```cloudformation
Resources:
  Hook:
    Type: AWS::Lambda::Url
    Properties:
      TargetFunctionArn: orders
      AuthType: NONE # called by a partner
```
## Good
```cloudformation
Resources:
  Hook:
    Type: AWS::Lambda::Url
    Properties:
      TargetFunctionArn: orders
      AuthType: AWS_IAM # called by a partner
```
## Fix
Unsafe: callers that do not sign their requests are refused from then on.
## See
https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("7.2.1",),
        "hipaa": ("164.312(a)(1)",),
        "nist-800-53": (
            "AC-3",
            "AC-6",
        ),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.3",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV_AWS_258",),
)


@rule.on("aws_lambda_function_url")
def check(url: Resource) -> Iterator[Finding]:
    kind = url["authorization_type"]
    if kind.equals("NONE"):
        yield rule.found(kind, f"{url} answers without authorization", fix=kind.set("AWS_IAM"))
