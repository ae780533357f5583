r"""Neptune snapshot is taken of a cluster that is not seen to be encrypted.

A snapshot is exactly as encrypted as its cluster. One that lies in the clear can be copied and restored by anyone who
may list it, without any key.

## Bad
```terraform
resource "aws_neptune_cluster_snapshot" "release" {
  db_cluster_identifier          = aws_neptune_cluster.people.id
  db_cluster_snapshot_identifier = "people-release"
}

resource "aws_neptune_cluster" "people" {
  cluster_identifier = "people"
  storage_encrypted  = false
}
```
## Good
```terraform
resource "aws_neptune_cluster_snapshot" "release" {
  db_cluster_identifier          = aws_neptune_cluster.people.id
  db_cluster_snapshot_identifier = "people-release"
}

resource "aws_neptune_cluster" "people" {
  cluster_identifier = "people"
  storage_encrypted  = true
}
```
## Fix
The cluster is what has to be encrypted.
## See
https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore-create-snapshot.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

from ._shared import cluster_of

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
    aliases=(
        "CKV_AWS_279",
        "g3l20gd0k-e5f6-7890-ab12-cd34ef567890",
    ),
    default=False,
)


@rule.on("aws_neptune_cluster_snapshot")
def check(snapshot: Resource) -> Iterator[Finding]:
    # A plan says it; in source code the attribute is none to set, and the cluster tells.
    said, cluster = snapshot["storage_encrypted"], cluster_of(snapshot)
    if said.absent and cluster is not None:
        said = cluster["storage_encrypted"]
    if said.absent or said.flag is False:
        yield rule.found(snapshot, f"{snapshot} is of a cluster that is not seen to be encrypted")
