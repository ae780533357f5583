r"""RDS instance does not take minor upgrades by itself.

Minor versions carry the security fixes of the engine. Where they are not taken in the maintenance window, somebody
has to remember them, and known holes stay open for months.

## Bad
```terraform
resource "aws_db_instance" "orders" {
  engine                     = "postgres"
  instance_class             = "db.t4g.medium"
  allocated_storage          = 20
  auto_minor_version_upgrade = false # we test first
}
```
## Good
```terraform
resource "aws_db_instance" "orders" {
  engine                     = "postgres"
  instance_class             = "db.t4g.medium"
  allocated_storage          = 20
  auto_minor_version_upgrade = true # we test first
}
```
## Fix
Unsafe: the database restarts in a maintenance window whenever there is a new minor version.
## See
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html
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
        "cis-aws-3.0": ("2.3.2",),
        "pci-dss-4.0": ("6.3.3",),
        "hipaa": ("164.308(a)(1)",),
        "nist-800-53": ("SI-2",),
        "soc-2": ("CC7.1",),
        "iso-27001": ("A.8.8",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.05",),
    },
    aliases=(
        "CKV_AWS_226",
        "857f8808-e96a-4ba8-a9b7-f2d4ec6cad94",
        "f0104061-8bfc-4b45-8a7d-630eb502f281",
        "3b6d777b-76e3-4133-80a3-0d6f667ade7f",
        "AC_AWS_0056",
        "AWS.RDS.DS.High.1041",
    ),
)


@rule.on("aws_db_instance", "aws_rds_cluster_instance")
def check(instance: Resource) -> Iterator[Finding]:
    yield from rule.expect(
        instance,
        "auto_minor_version_upgrade",
        True,
        default=True,
        message="{resource} does not take minor upgrades by itself",
    )
