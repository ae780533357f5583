r"""RDS instance does not accept IAM authentication.

Database passwords are shared, written into settings and never changed. With IAM authentication a program proves who
it is with its role and a token that lives for 15 minutes, and access is taken away in one place.

## Bad
```terraform
resource "aws_db_instance" "orders" {
  engine                              = "postgres"
  instance_class                      = "db.t4g.medium"
  allocated_storage                   = 20
  iam_database_authentication_enabled = false # not yet
}
```
## Good
```terraform
resource "aws_db_instance" "orders" {
  engine                              = "postgres"
  instance_class                      = "db.t4g.medium"
  allocated_storage                   = 20
  iam_database_authentication_enabled = true # not yet
}
```
## See
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    fixes=SAFE,
    standards={
        "pci-dss-4.0": ("8.3.2", "8.6.2"),
        "hipaa": ("164.312(d)",),
        "nist-800-53": ("IA-5",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV_AWS_161",
        "AWS-0176",
        "aws-rds-enable-iam-auth",
        "AVD-AWS-0176",
        "0ed012a4-9199-43d2-b9e4-9bd049a48aa4",
        "9fcd0a0a-9b6f-4670-a215-d94e6bf3f184",
        "88fd05e0-ac0e-43d2-ba6d-fc0ba60ae1a6",
        "AC_AWS_0053",
        "AWS.RDS.DataSecurity.High.0577",
    ),
)


@rule.on("aws_db_instance")
def check(instance: Resource) -> Iterator[Finding]:
    # Only these engines know IAM authentication.
    if instance["engine"].one_of(("mysql", "postgres", "mariadb")):
        message = "{resource} lets people in by password only"
        yield from rule.expect(instance, "iam_database_authentication_enabled", True, message=message)
