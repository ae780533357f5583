r"""RDS instance does not collect Performance Insights.

Performance Insights shows which query, user and host put a load on the database. Without it, somebody who drains a
table row by row looks like any other slow afternoon. Seven days of history cost nothing.

## Bad
```terraform
resource "aws_db_instance" "orders" {
  engine                          = "postgres"
  instance_class                  = "db.t4g.medium"
  allocated_storage               = 20
  performance_insights_enabled    = false # unused
  performance_insights_kms_key_id = var.key
}

variable "key" {
  type = string
}
```
## Good
```terraform
resource "aws_db_instance" "orders" {
  engine                          = "postgres"
  instance_class                  = "db.t4g.medium"
  allocated_storage               = 20
  performance_insights_enabled    = true # unused
  performance_insights_kms_key_id = var.key
}

variable "key" {
  type = string
}
```
## See
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    fixes=SAFE,
    standards={
        "pci-dss-4.0": ("10.2.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("AU-2", "AU-12"),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.15",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.06",),
    },
    aliases=(
        "CKV_AWS_353",
        "AWS-0133",
        "aws-rds-enable-performance-insights",
        "AVD-AWS-0133",
    ),
    default=False,
)

# MySQL and MariaDB have it on no smaller class than these.
TOO_SMALL = frozenset({"db.t2.micro", "db.t2.small", "db.t3.micro", "db.t3.small", "db.t4g.micro", "db.t4g.small"})
EVERYWHERE = (
    "postgres",
    "aurora-postgresql",
    "oracle-ee",
    "oracle-se2",
    "sqlserver-ee",
    "sqlserver-se",
    "sqlserver-web",
)


@rule.on("aws_db_instance", "aws_rds_cluster_instance")
def check(instance: Resource) -> Iterator[Finding]:
    if instance["instance_class"].text not in TOO_SMALL or instance["engine"].one_of(EVERYWHERE):
        message = "{resource} does not collect Performance Insights"
        yield from rule.expect(instance, "performance_insights_enabled", True, message=message)
