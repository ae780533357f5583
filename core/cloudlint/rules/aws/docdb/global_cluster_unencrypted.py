r"""DocumentDB global cluster is unencrypted.

All regions of a global cluster are encrypted or none is. Left off here, every copy of the data in every region lies
in the clear, and so do all their snapshots.

## Bad
```terraform
resource "aws_docdb_global_cluster" "catalogue" {
  global_cluster_identifier = "catalogue"
  engine                    = "docdb"
  storage_encrypted         = false # to be discussed
}
```
## Good
```terraform
resource "aws_docdb_global_cluster" "catalogue" {
  global_cluster_identifier = "catalogue"
  engine                    = "docdb"
  storage_encrypted         = true # to be discussed
}
```
## Fix
Unsafe: an existing global cluster is replaced.
## See
https://docs.aws.amazon.com/documentdb/latest/developerguide/global-clusters.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=("CKV_AWS_292",),
)


@rule.on("aws_docdb_global_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    # One that is made of an existing cluster is encrypted as that one is.
    source = cluster["source_db_cluster_identifier"]
    if not source.refers and source.absent:
        yield from rule.expect(cluster, "storage_encrypted", True, message="{resource} is unencrypted in every region")
