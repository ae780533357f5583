r"""Redshift cluster stores its data unencrypted.

Whoever gets hold of a disk or a snapshot reads the whole warehouse, which is where the data of every other system
comes together. Providers before version 6 leave encryption off where nothing is said.

## Bad
```terraform
resource "aws_redshift_cluster" "reports" {
  cluster_identifier = "reports"
  node_type          = "ra3.large"
  encrypted          = false # from 2019
}
```
## Good
```terraform
resource "aws_redshift_cluster" "reports" {
  cluster_identifier = "reports"
  node_type          = "ra3.large"
  encrypted          = true # from 2019
}
```
## Fix
Unsafe: the cluster is read-only or slow for hours while its data is moved to an encrypted one.
## See
https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

from ._shared import has_safe_defaults

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
        "CKV_AWS_64",
        "AWS-0084",
        "aws-redshift-encryption-customer-key",
        "AVD-AWS-0084",
        "3b316b05-564c-44a7-9c3f-405bb95e211e",
        "cfdcabb0-fc06-427c-865b-c59f13e898ce",
        "AC_AWS_0198",
        "AWS.Redshift.EncryptionandKeyManagement.High.0415",
        "6a647814-def5-4b85-88f5-897c19f509cd",
    ),
)


@rule.on("aws_redshift_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    encrypted = cluster["encrypted"]
    if encrypted.flag is False or (encrypted.absent and not has_safe_defaults(cluster)):
        yield rule.found(encrypted, f"{cluster} stores its data unencrypted", fix=encrypted.set(True))
