r"""Lambda function is not traced.

After an incident nobody can say which request called what, and how long it took. X-Ray keeps that, for the function
and for the services that it calls.

## Bad
```terraform
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"
  filename      = "orders.zip"
  handler       = "orders.handle"
  runtime       = "python3.13"

  tracing_config {
    mode = "PassThrough" # costs little
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

  tracing_config {
    mode = "Active" # costs little
  }
}
```
## Fix
Unsafe: traces cost money, and the role of the function needs the right to write them.
## See
https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
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
        "CKV_AWS_50",
        "AWS-0066",
        "aws-lambda-enable-tracing",
        "AVD-AWS-0066",
        "AWS-0125",
        "aws-sam-enable-function-tracing",
        "AVD-AWS-0125",
        "71397b34-1d50-4ee1-97cb-c96c34676f74",
        "9488c451-074e-4cd3-aee3-7db6104f542c",
        "8152e0cf-d2f0-47ad-96d5-d003a76eabd1",
        "dc1ab429-1481-4540-9b1d-280e3f15f1f8",
        "0d7ef70f-e176-44e6-bdba-add3e429788d",
        "AC_AWS_0163",
        "AC_AWS_0485",
    ),
    default=False,
)


@rule.on("aws_lambda_function")
def check(function: Resource) -> Iterator[Finding]:
    yield from rule.expect(function, "tracing_config.mode", "Active", message="{resource} is not traced")
