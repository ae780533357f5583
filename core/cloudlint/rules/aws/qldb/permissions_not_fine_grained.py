r"""QLDB ledger does not tell its users apart.

With `ALLOW_ALL` whoever may send commands to the ledger may run every statement on every table. `STANDARD` asks for a
permission for each.

## Bad
```terraform
resource "aws_qldb_ledger" "accounts" {
  name             = "accounts"
  permissions_mode = "ALLOW_ALL" # as in the beginning
}
```
## Good
```terraform
resource "aws_qldb_ledger" "accounts" {
  name             = "accounts"
  permissions_mode = "STANDARD" # as in the beginning
}
```
## Fix
Unsafe: users without permissions for tables and statements are refused.
## See
https://docs.aws.amazon.com/qldb/latest/developerguide/security-permissions-mode.html
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
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV_AWS_170",),
)


@rule.on("aws_qldb_ledger")
def check(ledger: Resource) -> Iterator[Finding]:
    yield from rule.expect(ledger, "permissions_mode", "STANDARD", message="{resource} does not tell its users apart")
