r"""PostgreSQL database logs no queries.

As it comes, PostgreSQL logs neither statements nor how long they took. After an incident nobody can then tell what
was read or changed, and nobody sees the query that is about to bring the database down.

## Bad
```terraform
resource "aws_db_parameter_group" "orders" {
  family = "postgres16"

  parameter {
    name  = "log_statement" # what to log
    value = "ddl"
  }
}

resource "aws_db_instance" "orders" {
  engine               = "postgres"
  instance_class       = "db.t4g.medium"
  allocated_storage    = 20
  parameter_group_name = aws_db_parameter_group.orders.name
}
```
## Good
```terraform
resource "aws_db_parameter_group" "orders" {
  family = "postgres16"

  parameter {
    name  = "log_statement" # what to log
    value = "ddl"
  }

  parameter {
    name  = "log_min_duration_statement"
    value = "1000"
  }
}

resource "aws_db_instance" "orders" {
  engine               = "postgres"
  instance_class       = "db.t4g.medium"
  allocated_storage    = 20
  parameter_group_name = aws_db_parameter_group.orders.name
}
```
## Fix
Unsafe: statements hold personal data, and logging more of them costs speed and money. The fix is offered where the
database has a parameter group here.
## See
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Concepts.PostgreSQL.Query_Logging.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

from ._shared import DATABASES, has_default_group, parameter_group, parameters

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    fixes=UNSAFE,
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
        "CKV2_AWS_30",
        "CKV2_AWS_27",
    ),
    default=False,
)

NEEDED = {"log_statement": "ddl", "log_min_duration_statement": "1000"}  # parameter -> what the fix writes


@rule.on(*DATABASES)
def check(database: Resource) -> Iterator[Finding]:
    if not database["engine"].one_of(("postgres", "aurora-postgresql")):
        return
    group = parameter_group(database)
    if group is None:
        if has_default_group(database):
            yield rule.found(database, f"{database} logs no queries: its parameters are the default ones")
        return
    known = {name for name, _ in parameters(group)}
    missing = [name for name in NEEDED if name not in known]
    if missing and not group["parameter"].open and not group["parameter"].unknown:
        related = ((group, f"{group} does not set `{missing[0]}`"),)
        fix = group.add("parameter", {"name": missing[0], "value": NEEDED[missing[0]]})
        yield rule.found(database, f"{database} does not log its queries", fix=fix, related=related)
