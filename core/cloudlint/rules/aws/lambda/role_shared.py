r"""Lambda function shares its role with another function.

A shared role has the rights that all of its functions need together, so that each has more than it needs, and nobody
dares to take one away.

## Bad
```terraform
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"
  filename      = "orders.zip"
  handler       = "orders.handle"
  runtime       = "python3.13"
}

resource "aws_lambda_function" "bills" {
  function_name = "bills"
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
}

resource "aws_lambda_function" "bills" {
  function_name = "bills"
  role          = "arn:aws:iam::111122223333:role/bills"
  filename      = "orders.zip"
  handler       = "orders.handle"
  runtime       = "python3.13"
}
```
## Fix
Which rights each function needs only the author knows.
## See
https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule, Value

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "ae03f542-1423-402f-9cef-c834e7ee9583",
        "4ba74f01-aba5-4be2-83bc-be79ff1a3b92",
        "165aae3b-a56a-48f3-b76d-d2b5083f5b8f",
    ),
    default=False,
)


@rule.on("aws_lambda_function")
def check(function: Resource) -> Iterator[Finding]:
    role = function["role"]
    others = (other for other in function.graph.of("aws_lambda_function") if other is not function)
    twin = next((other for other in others if _same(role, other["role"])), None)
    if twin is not None:
        yield rule.found(role, f"{function} shares its role with {twin}", related=[(twin, "the other function")])


def _same(role: Value, other: Value) -> bool:
    if role.text and role.text == other.text:
        return True
    return any(owner is twin for owner in role.refers for twin in other.refers if owner.kind == "aws_iam_role")
