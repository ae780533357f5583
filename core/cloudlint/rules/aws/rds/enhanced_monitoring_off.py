r"""RDS instance has enhanced monitoring off.

CloudWatch sees the database from outside, once a minute. Enhanced monitoring reports from inside the machine, by
process and up to every second: it shows what an attack or a runaway query does while it does it.

## Bad
```terraform
resource "aws_db_instance" "orders" {
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  allocated_storage   = 20
  monitoring_interval = 0 # seconds
}
```
## Good
```terraform
resource "aws_db_instance" "orders" {
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  allocated_storage   = 20
  monitoring_interval = 60 # seconds
  monitoring_role_arn = var.monitoring_role_arn
}

variable "monitoring_role_arn" {
  type = string
}
```
## Fix
It needs a role that may write to CloudWatch, which has to be made or chosen first.
## See
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    standards={
        "pci-dss-4.0": ("10.2.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("AU-2", "AU-12"),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.15",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.06",),
    },
    aliases=("CKV_AWS_118",),
    default=False,
)


@rule.on("aws_db_instance", "aws_rds_cluster_instance")
def check(instance: Resource) -> Iterator[Finding]:
    interval = instance["monitoring_interval"]
    if interval.absent or interval.equals(0):
        yield rule.found(interval, f"{instance} has enhanced monitoring off")
