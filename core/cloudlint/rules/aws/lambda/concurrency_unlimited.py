r"""Lambda function can use up the concurrency of the whole account.

All functions of a region share one limit. A flood of calls to this one, meant or not, leaves nothing to the others
and runs up the bill.

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
  function_name                  = "orders"
  role                           = "arn:aws:iam::111122223333:role/orders"
  filename                       = "orders.zip"
  handler                        = "orders.handle"
  runtime                        = "python3.13"
  reserved_concurrent_executions = 20
}
```
## Fix
How many calls at a time are enough only the author knows.
## See
https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "pci-dss-4.0": (
            "1.3.1",
            "1.4.4",
        ),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-7",),
        "soc-2": ("CC6.6",),
        "iso-27001": ("A.8.20",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV_AWS_115",),
    default=False,
)


@rule.on("aws_lambda_function")
def check(function: Resource) -> Iterator[Finding]:
    limit = function["reserved_concurrent_executions"]
    if limit.absent or (limit.number is not None and limit.number < 0):
        yield rule.found(limit, f"{function} can use up the concurrency of the whole account")
