r"""Lambda function loses the events that it fails to handle.

An event that fails three times is thrown away. With a dead letter queue or a destination for failures it is kept,
somebody is told, and the order or alarm in it can be handled later.

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

  dead_letter_config {
    target_arn = "arn:aws:sqs:eu-west-1:111122223333:failed-orders"
  }
}
```
## Fix
A queue or topic for the failures has to be chosen.
## See
https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
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
        "pci-dss-4.0": ("10.2.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": (
            "AU-2",
            "AU-12",
        ),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.15",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.06",),
    },
    aliases=(
        "CKV_AWS_116",
        "c2eae442-d3ba-4cb1-84ca-1db4f80eae3d",
        "cb2f612b-ed42-4ff5-9fb9-255c73d39a18",
        "dec7bc85-d156-4f64-9a33-96ed3d9f3fed",
    ),
    default=False,
)


@rule.on("aws_lambda_function")
def check(function: Resource) -> Iterator[Finding]:
    target = function["dead_letter_config.target_arn"]
    if target.absent and function.lacks("aws_lambda_function_event_invoke_config", "function_name"):
        yield rule.found(target, f"{function} loses the events that it fails to handle")
