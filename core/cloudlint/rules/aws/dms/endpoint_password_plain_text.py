r"""DMS endpoint has the password of its database in plain text.

Everyone who may read the repository, its copies and its history can log in to the database. DMS can read the password
from Secrets Manager instead.

## Bad
```terraform
resource "aws_dms_endpoint" "orders" {
  endpoint_id   = "orders"
  endpoint_type = "source"
  engine_name   = "postgres"
  server_name   = "db.example.com"
  port          = 5432
  database_name = "orders"
  username      = "move"
  password      = "hunter2-orders" # to be changed
  ssl_mode      = "require"
}
```
## Good
```terraform
resource "aws_dms_endpoint" "orders" {
  endpoint_id                     = "orders"
  endpoint_type                   = "source"
  engine_name                     = "postgres"
  database_name                   = "orders"
  ssl_mode                        = "require"
  secrets_manager_access_role_arn = var.role_arn
  secrets_manager_arn             = var.secret_arn
}

variable "role_arn" {
  type = string
}

variable "secret_arn" {
  type = string
}
```
## Fix
A secret has to be made, and a role that may read it; the password itself has to be changed, since it is known.
## See
https://docs.aws.amazon.com/dms/latest/userguide/security_iam_secretsmanager.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N",
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
        "f988a17f-1139-46a3-8928-f27eafd8b024",
        "5f700072-b7ce-4e84-b3f3-497bf1c24a4d",
    ),
)


@rule.on("aws_dms_endpoint")
def check(endpoint: Resource) -> Iterator[Finding]:
    password = endpoint["password"]
    if password.text:
        yield rule.found(password, f"The password in {endpoint} stands in the code in plain text")
