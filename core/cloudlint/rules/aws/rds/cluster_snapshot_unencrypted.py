r"""RDS cluster snapshot is taken of a cluster that is not seen to be encrypted.

A snapshot is exactly as encrypted as its cluster. One that lies in the clear can be copied, shared and restored by
anyone who may list it, without any key.

## Bad
```terraform
resource "aws_db_cluster_snapshot" "release" {
  db_cluster_identifier          = aws_rds_cluster.orders.id
  db_cluster_snapshot_identifier = "orders-release"
}

resource "aws_rds_cluster" "orders" {
  engine            = "aurora-postgresql"
  storage_encrypted = false
}
```
## Good
```terraform
resource "aws_db_cluster_snapshot" "release" {
  db_cluster_identifier          = aws_rds_cluster.orders.id
  db_cluster_snapshot_identifier = "orders-release"
}

resource "aws_rds_cluster" "orders" {
  engine            = "aurora-postgresql"
  storage_encrypted = true
}
```
## Fix
The cluster is what has to be encrypted, or the snapshot copied with a key.
## See
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-create-snapshot.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N",
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=("CKV_AWS_146",),
    default=False,
)


@rule.on("aws_db_cluster_snapshot")
def check(snapshot: Resource) -> Iterator[Finding]:
    # A plan says it; in source code the attribute is none to set, and the cluster tells.
    said = snapshot["storage_encrypted"]
    if said.flag is True or said.unknown:
        return
    clusters = [other for other in snapshot["db_cluster_identifier"].refers if other.kind == "aws_rds_cluster"]
    encrypted = [cluster["storage_encrypted"] for cluster in clusters]
    if said.absent and encrypted and all(value.flag is True or value.unknown for value in encrypted):
        return
    yield rule.found(snapshot, f"{snapshot} is of a cluster that is not seen to be encrypted")
