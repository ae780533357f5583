r"""QLDB ledger can be deleted by one call.

A ledger is there because its history must not be lost. Without protection a mistyped command, or a stolen key, takes
it away for good.

## Bad
```terraform
resource "aws_qldb_ledger" "accounts" {
  name                = "accounts"
  permissions_mode    = "STANDARD"
  deletion_protection = false # test
}
```
## Good
```terraform
resource "aws_qldb_ledger" "accounts" {
  name                = "accounts"
  permissions_mode    = "STANDARD"
  deletion_protection = true # test
}
```
## See
https://docs.aws.amazon.com/qldb/latest/developerguide/ledger-management.basics.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:N/A:H",
    fixes=SAFE,
    standards={
        "hipaa": ("164.308(a)(7)",),
        "nist-800-53": ("CP-9", "CP-10"),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.13",),
        "gdpr": ("32(1)(c)",),
        "nydfs-500": ("500.16",),
    },
    aliases=("CKV_AWS_172",),
)


@rule.on("aws_qldb_ledger")
def check(ledger: Resource) -> Iterator[Finding]:
    yield from rule.expect(
        ledger, "deletion_protection", True, default=True, message="{resource} can be deleted by one call"
    )
