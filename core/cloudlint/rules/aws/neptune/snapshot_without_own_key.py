r"""Neptune snapshot is not encrypted with a key of your own.

A snapshot takes the key of its cluster. The key that AWS keeps cannot be shared with another account, restricted or
revoked.

## Bad
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
## Good
```terraform
resource "aws_neptune_cluster_snapshot" "release" {
  db_cluster_identifier          = aws_neptune_cluster.people.id
  db_cluster_snapshot_identifier = "people-release"
}

resource "aws_neptune_cluster" "people" {
  cluster_identifier = "people"
  storage_encrypted  = true
  kms_key_arn        = aws_kms_key.people.arn
}

resource "aws_kms_key" "people" {
  enable_key_rotation = true
}
```
## Fix
The cluster is what needs another key.
## See
https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.kms import lacks_own_key

from ._shared import cluster_of

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=("CKV_AWS_280",),
    default=False,
)


@rule.on("aws_neptune_cluster_snapshot")
def check(snapshot: Resource) -> Iterator[Finding]:
    key, cluster = snapshot["kms_key_id"], cluster_of(snapshot)
    if lacks_own_key(key) and (cluster is None or lacks_own_key(cluster["kms_key_arn"])):
        yield rule.found(snapshot, f"{snapshot} is not seen to be encrypted with a key of your own")
