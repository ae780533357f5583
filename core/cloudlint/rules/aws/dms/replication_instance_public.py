r"""DMS replication instance gets a public address.

A replication instance holds the passwords of the databases it copies, and a copy of what it moves. With a public
address it is one security group rule away from the whole internet.

## Bad
```terraform
resource "aws_dms_replication_instance" "move" {
  replication_instance_id    = "move"
  replication_instance_class = "dms.t3.medium"
  publicly_accessible        = true # source is elsewhere
}
```
## Good
```terraform
resource "aws_dms_replication_instance" "move" {
  replication_instance_id    = "move"
  replication_instance_class = "dms.t3.medium"
  publicly_accessible        = false # source is elsewhere
}
```
## Fix
Unsafe: the instance is replaced, and databases that it reaches over the internet need another way.
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
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-7",),
        "soc-2": ("CC6.6",),
        "iso-27001": ("A.8.20",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV_AWS_89",
        "5864fb39-d719-4182-80e2-89dbe627be63",
        "030d3b18-1821-45b4-9e08-50efbe7becbb",
        "bccb296f-362c-4b05-9221-86d1437a1016",
    ),
)


@rule.on("aws_dms_replication_instance")
def check(instance: Resource) -> Iterator[Finding]:
    yield from rule.expect(
        instance, "publicly_accessible", False, default=False, message="{resource} gets a public address"
    )
