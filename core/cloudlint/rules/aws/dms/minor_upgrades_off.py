r"""DMS replication instance does not take minor upgrades by itself.

Minor versions carry security fixes. Where they are not taken in the maintenance window, somebody has to remember
them.

## Bad
```terraform
resource "aws_dms_replication_instance" "move" {
  replication_instance_id    = "move"
  replication_instance_class = "dms.t3.medium"
  auto_minor_version_upgrade = false # while it moves
}
```
## Good
```terraform
resource "aws_dms_replication_instance" "move" {
  replication_instance_id    = "move"
  replication_instance_class = "dms.t3.medium"
  auto_minor_version_upgrade = true # while it moves
}
```
## Fix
Unsafe: the instance restarts in a maintenance window whenever there is a new minor version.
## See
https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.EngineVersions.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:L",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("6.3.3",),
        "hipaa": ("164.308(a)(1)",),
        "nist-800-53": ("SI-2",),
        "soc-2": ("CC7.1",),
        "iso-27001": ("A.8.8",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.05",),
    },
    aliases=("CKV_AWS_222",),
)


@rule.on("aws_dms_replication_instance")
def check(instance: Resource) -> Iterator[Finding]:
    yield from rule.expect(
        instance,
        "auto_minor_version_upgrade",
        True,
        default=True,
        message="{resource} does not take minor upgrades by itself",
    )
