r"""Lambda function carries no tags.

Tags say whose function it is, what it costs whom, and how its data is to be treated. Without them nobody knows whom to
ask when it misbehaves.

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
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"
  filename      = "orders.zip"
  handler       = "orders.handle"
  runtime       = "python3.13"

  tags = {
    team = "orders"
  }
}
```
## Bad
```cloudformation
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: orders/
      Handler: orders.handle
      Runtime: python3.13
```
## Good
```cloudformation
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: orders/
      Handler: orders.handle
      Runtime: python3.13
      Tags:
        Team: orders
```
## Fix
Which tags are wanted only the author knows.
## See
https://docs.aws.amazon.com/lambda/latest/dg/configuration-tags.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule, Value

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("12.5.1",),
        "hipaa": ("164.310(d)(2)(iii)",),
        "nist-800-53": ("CM-8",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.9",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.13",),
    },
    aliases=(
        "8df8e857-bd59-44fa-9f4c-d77594b95b46",
        "a71ecabe-03b6-456a-b3bc-d1a39aa20c98",
    ),
    default=False,
)


@rule.on("aws_lambda_function")
def check(function: Resource) -> Iterator[Finding]:
    tags, inherited = function["tags"], function["tags_all"]
    if _is_empty(tags) and not inherited.unknown and not inherited.entries():
        yield rule.found(tags, f"{function} carries no tags")


def _is_empty(tags: Value) -> bool:
    return tags.absent or (not tags.unknown and not tags.open and not tags.entries())
