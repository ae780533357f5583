r"""DocumentDB cluster stores its data unencrypted.

Whoever gets hold of a volume or a snapshot reads every record without a key. Encryption is chosen when a cluster is
created, and each day of waiting makes the move larger.

## Bad
```terraform
resource "aws_docdb_cluster" "catalogue" {
  cluster_identifier = "catalogue"
  storage_encrypted  = false # test data
}
```
## Good
```terraform
resource "aws_docdb_cluster" "catalogue" {
  cluster_identifier = "catalogue"
  storage_encrypted  = true # test data
}
```
## Fix
Unsafe: an existing cluster is replaced by an empty one; restore it from an encrypted copy of a snapshot instead.
## See
https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html
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
    aliases=(
        "CKV_AWS_74",
        "AWS-0021",
        "aws-documentdb-enable-storage-encryption",
        "AVD-AWS-0021",
        "bc1f9009-84a0-490f-ae09-3e0ea6d74ad6",
        "AC_AWS_0455",
        "AWS.ADC.DP.MEDIUM.0022",
    ),
)


@rule.on("aws_docdb_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    yield from rule.expect(cluster, "storage_encrypted", True, message="{resource} stores its data unencrypted")
