r"""Lambda permission lets every route of an API invoke the function.

`/*/*` covers each stage, method and path, those of tests and of next year included. A route without authorization
that somebody adds later then reaches this function too.

## Bad
```terraform
resource "aws_lambda_permission" "orders" {
  function_name = "orders"
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/*/*"
}
```
## Good
```terraform
resource "aws_lambda_permission" "orders" {
  function_name = "orders"
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/prod/POST/orders"
}
```
## Fix
Which routes are meant only the author knows.
## See
https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html
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
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "5e92d816-2177-4083-85b4-f61b4f7176d9",
        "57b12981-3816-4c31-b190-a1e614361dd2",
        "3ef8696c-e4ae-4872-92c7-520bb44dfe77",
    ),
    default=False,
)


@rule.on("aws_lambda_permission")
def check(permission: Resource) -> Iterator[Finding]:
    source = permission["source_arn"]
    parts = source.pieces or (source,)
    tail = parts[-1].data
    if permission["principal"].equals("apigateway.amazonaws.com") and str(tail).endswith("/*/*"):
        yield rule.found(source, f"Every route of an API may invoke the function under {permission}")
