r"""RDS database keeps no automated backups.

With a retention of 0 days there is no automated backup and no way back to a point in time. One wrong `DELETE`, one
ransom note, and the data is as old as the last snapshot that somebody took by hand.

## Bad
```terraform
resource "aws_db_instance" "orders" {
  engine                  = "postgres"
  instance_class          = "db.t4g.medium"
  allocated_storage       = 20
  backup_retention_period = 0 # days
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
## Fix
Unsafe: going from 0 to more days restarts an instance, and storage for backups costs money.
## See
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:N/A:H",
    fixes=UNSAFE,
    standards={
        "hipaa": ("164.308(a)(7)",),
        "nist-800-53": ("CP-9", "CP-10"),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.13",),
        "gdpr": ("32(1)(c)",),
        "nydfs-500": ("500.16",),
    },
    aliases=(
        "CKV_AWS_133",
        "AWS-0077",
        "aws-rds-specify-backup-retention",
        "AVD-AWS-0077",
        "AC_AWS_0052",
        "AC_AWS_0495",
        "AWS.RDS.RE.MEDIUM.0013",
        "e69890e6-fce5-461d-98ad-cb98318dfc96",
        "8c415f6f-7b90-4a27-a44a-51047e1506f9",
        "1dc73fb4-5b51-430c-8c5f-25dcf9090b02",
    ),
)

LONGEST = 35  # days that RDS accepts


@rule.on("aws_db_instance", "aws_rds_cluster")
def check(database: Resource) -> Iterator[Finding]:
    retention = database["backup_retention_period"]
    days = retention.number
    if days is None:
        return
    if days == 0:
        yield rule.found(retention, f"{database} keeps no automated backups", fix=retention.set(7))
    elif days > LONGEST:
        message = f"Backups of {database} cannot be kept for {days} days: RDS refuses more than {LONGEST}"
        yield rule.found(retention, message, fix=retention.set(LONGEST))
