r"""RDS snapshot is shared with every AWS account.

Anyone with an AWS account can restore the snapshot and read the whole database, hashes of passwords included. Public
snapshots are listed, and people look through that list.

## Bad
```terraform
resource "aws_db_snapshot" "release" {
  db_instance_identifier = "orders"
  db_snapshot_identifier = "orders-release"
  shared_accounts        = ["all"] # for the partners
}
```
## Good
```terraform
resource "aws_db_snapshot" "release" {
  db_instance_identifier = "orders"
  db_snapshot_identifier = "orders-release"
  shared_accounts        = [] # for the partners
}
```
## Fix
Unsafe: accounts that restore the snapshot today can no longer do so; name them one by one.
## See
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("7.2.1",),
        "hipaa": ("164.312(a)(1)",),
        "nist-800-53": ("AC-3", "AC-6"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.3",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV_AWS_302",
        "f0d8781f-1991-4958-9917-d39283b168a0",
    ),
)


@rule.on("aws_db_snapshot", "aws_db_snapshot_copy")
def check(snapshot: Resource) -> Iterator[Finding]:
    for account in snapshot["shared_accounts"].items():
        if account.equals("all"):
            yield rule.found(account, f"{snapshot} is shared with every AWS account", fix=account.remove())
