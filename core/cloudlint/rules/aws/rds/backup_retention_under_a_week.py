r"""RDS database keeps its backups for less than a week.

What goes wrong before a holiday is noticed after it. Backups that live for less than a week are gone by then.

## Bad
```terraform
resource "aws_db_instance" "orders" {
  engine                  = "postgres"
  instance_class          = "db.t4g.medium"
  allocated_storage       = 20
  backup_retention_period = 3 # days
}
```
## Good
```terraform
resource "aws_db_instance" "orders" {
  engine                  = "postgres"
  instance_class          = "db.t4g.medium"
  allocated_storage       = 20
  backup_retention_period = 7 # days
}
```
## See
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:N/A:L",
    fixes=SAFE,
    standards={
        "hipaa": ("164.308(a)(7)",),
        "nist-800-53": ("CP-9", "CP-10"),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.13",),
        "gdpr": ("32(1)(c)",),
        "nydfs-500": ("500.16",),
    },
    aliases=("e649a218-d099-4550-86a4-1231e1fcb60d",),
    default=False,
)

SHORTEST = 7  # days
OTHERS = (0, 1)  # `rds/automated_backups_off` and `rds/backup_retention_short` speak of these


@rule.on("aws_db_instance", "aws_rds_cluster")
def check(database: Resource) -> Iterator[Finding]:
    retention = database["backup_retention_period"]
    days = retention.number
    if days is not None and days < SHORTEST and days not in OTHERS:
        message = f"Backups of {database} are kept for {days} days only"
        yield rule.found(retention, message, fix=retention.set(SHORTEST))
