r"""RDS database keeps its backups for a day at most.

What goes wrong on a Friday is noticed on a Monday. Where backups live for one day, or are not made at all because
nothing is set, there is then nothing left to restore from.

## Bad
```terraform
resource "aws_db_instance" "orders" {
  engine                  = "postgres"
  instance_class          = "db.t4g.medium"
  allocated_storage       = 20
  backup_retention_period = 1 # days
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
## Bad
```cloudformation
Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      BackupRetentionPeriod: 1 # day
```
## Good
```cloudformation
Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      BackupRetentionPeriod: 7 # day
```
## Fix
Unsafe: going from 0 to more days restarts an instance, and storage for backups costs money.
## See
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

from ._shared import is_given

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:N/A:L",
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
        "AWS-0077",
        "aws-rds-specify-backup-retention",
        "AVD-AWS-0077",
        "AC_AWS_0052",
        "e649a218-d099-4550-86a4-1231e1fcb60d",
        "e542bd46-58c4-4e0f-a52a-1fb4f9548e02",
        "AC_AWS_0495",
        "AWS.RDS.RE.MEDIUM.0013",
    ),
)


@rule.on("aws_db_instance")
def instance(database: Resource) -> Iterator[Finding]:
    # Backups are made of the source of a replica. An explicit 0 is another rule's: `rds/automated_backups_off`.
    retention = database["backup_retention_period"]
    if is_given(database["replicate_source_db"]):
        return
    if retention.absent:
        yield rule.found(retention, f"{database} keeps no backups, since nothing is said", fix=retention.set(7))
    elif retention.equals(1):
        yield rule.found(retention, f"Backups of {database} are kept for one day", fix=retention.set(7))


@rule.on("aws_rds_cluster")
def cluster(database: Resource) -> Iterator[Finding]:
    retention = database["backup_retention_period"]
    if retention.absent or retention.equals(1):
        yield rule.found(retention, f"Backups of {database} are kept for one day", fix=retention.set(7))
