r"""Replication instance does not take minor upgrades by itself.

Minor versions bring the fixes for flaws that have become known. Without the automatic upgrade the instance keeps the
flaw until somebody thinks of it.

## Bad
```terraform
resource "aws_dms_replication_instance" "migration" {
  replication_instance_id    = "migration"
  replication_instance_class = "dms.t3.medium"
  auto_minor_version_upgrade = false # we do it ourselves
}
```
## Good
```terraform
resource "aws_dms_replication_instance" "migration" {
  replication_instance_id    = "migration"
  replication_instance_class = "dms.t3.medium"
  auto_minor_version_upgrade = true # we do it ourselves
}
```
## Fix
Unsafe: the instance restarts in its maintenance window when there is an upgrade, and running tasks pause.
## See
https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.EngineVersions.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "gdpr": ("32(1)(d)",),
        "hipaa": ("164.308(a)(1)",),
        "iso-27001": ("A.8.8",),
        "nist-800-53": ("SI-2",),
        "nydfs-500": ("500.05",),
        "pci-dss-4.0": ("6.3.3",),
        "soc-2": ("CC7.1",),
    },
    aliases=("CKV_AWS_222",),
)


@rule.on("aws_dms_replication_instance")
def check(instance: Resource) -> Iterator[Finding]:
    message = "{resource} does not take minor upgrades by itself"
    yield from rule.expect(instance, "auto_minor_version_upgrade", True, message=message)
