r"""Lambda function runs outside of a VPC.

It reaches the internet directly, past every firewall, endpoint policy and flow log of the network. What leaves it is
seen nowhere.

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

  vpc_config {
    subnet_ids         = ["subnet-0a1b2c3d"]
    security_group_ids = ["sg-0a1b2c3d"]
  }
}
```
## Fix
Which subnets and security groups are meant only the author knows.
## See
https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
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
    aliases=(
        "CKV_AWS_117",
        "AC_AWS_0486",
    ),
    default=False,
)


@rule.on("aws_lambda_function")
def check(function: Resource) -> Iterator[Finding]:
    if function["vpc_config"].absent:
        yield rule.found(function["vpc_config"], f"{function} runs outside of a VPC")
