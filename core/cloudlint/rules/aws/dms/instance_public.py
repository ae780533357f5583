r"""Replication instance has a public address.

It holds the passwords of the databases that it copies and a good part of their rows. On the internet it is one flaw
away from both.

## Bad
```terraform
resource "aws_dms_replication_instance" "migration" {
  replication_instance_id    = "migration"
  replication_instance_class = "dms.t3.medium"
  auto_minor_version_upgrade = true
  publicly_accessible        = true # source is elsewhere
}
```
## Good
```terraform
resource "aws_dms_replication_instance" "migration" {
  replication_instance_id    = "migration"
  replication_instance_class = "dms.t3.medium"
  auto_minor_version_upgrade = true
  publicly_accessible        = false # source is elsewhere
}
```
## Fix
Unsafe: the instance is replaced, its tasks have to be resumed, and databases that it reached over the internet need
another way.
## See
https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H",
    fixes=UNSAFE,
    standards={
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.20",),
        "nist-800-53": ("SC-7",),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "soc-2": ("CC6.6",),
    },
    aliases=(
        "CKV_AWS_89",
        "5864fb39-d719-4182-80e2-89dbe627be63",
        "bccb296f-362c-4b05-9221-86d1437a1016",
        "030d3b18-1821-45b4-9e08-50efbe7becbb",
    ),
)


@rule.on("aws_dms_replication_instance")
def check(instance: Resource) -> Iterator[Finding]:
    public = instance["publicly_accessible"]
    if public.equals(True):
        yield rule.found(public, f"{instance} has a public address", fix=public.set(False))
