r"""Lambda permission lets everyone invoke the function.

The function runs with its role for whoever calls it, from any AWS account, as often as they like. A source limits
through which service the calls come, but not whose they are.

## Bad
```terraform
resource "aws_lambda_permission" "orders" {
  function_name = "orders"
  action        = "lambda:InvokeFunction"
  principal     = "*"
}
```
## Good
```terraform
resource "aws_lambda_permission" "orders" {
  function_name = "orders"
  action        = "lambda:InvokeFunction"
  principal     = "arn:aws:iam::111122223333:role/shop"
}
```
## Fix
Who is meant only the author knows.
## See
https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
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
    aliases=(
        "CKV_AWS_301",
        "1d972c56-8ec2-48c1-a578-887adb09c57a",
        "1d6e16f1-5d8a-4379-bfb3-2dadd38ed5a7",
        "e08ed7eb-f3ef-494d-9d22-2e3db756a347",
        "1btsf2f9-af8c-4dfc-a0f1-a03adb70deb2",
    ),
)


@rule.on("aws_lambda_permission")
def check(permission: Resource) -> Iterator[Finding]:
    principal = permission["principal"]
    if principal.equals("*") and permission["principal_org_id"].absent:
        yield rule.found(principal, f"Everyone may invoke the function under {permission}")
