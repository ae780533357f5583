r"""Database password stands in the code in plain text.

Everyone who may read the repository, its copies and its history has the password of the administrator, and changing
it in the code does not take it out of them. RDS can make one itself and keep it in Secrets Manager.

## Bad
```terraform
resource "aws_db_instance" "orders" {
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  allocated_storage = 20
  username          = "orders"
  password          = "hunter2-orders" # of the administrator
}
```
## Good
```terraform
resource "aws_db_instance" "orders" {
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 20
  username                    = "orders"
  manage_master_user_password = true # of the administrator
}
```
## Fix
Unsafe: the service makes a new password with the next apply, and clients that know the old one are refused.
## See
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("8.3.2", "8.6.2"),
        "hipaa": ("164.312(d)",),
        "nist-800-53": ("IA-5",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("39423ce4-9011-46cd-b6b1-009edcd9385d",),
)

# The attribute with the password, and the one that leaves it to Secrets Manager.
PASSWORDS = {
    "aws_db_instance": ("password", "manage_master_user_password"),
    "aws_rds_cluster": ("master_password", "manage_master_user_password"),
    "aws_docdb_cluster": ("master_password", "manage_master_user_password"),
    "aws_redshift_cluster": ("master_password", "manage_master_password"),
    "aws_redshiftserverless_namespace": ("admin_user_password", "manage_admin_password"),
}


@rule.on(*PASSWORDS)
def check(database: Resource) -> Iterator[Finding]:
    name, managed = PASSWORDS[database.kind]
    password = database[name]
    if password.text:
        # Where it comes from elsewhere it would stay there.
        fix = None if password.trail else database.replace(name, {managed: True})
        yield rule.found(password, f"The password of {database} stands in the code in plain text", fix=fix)
