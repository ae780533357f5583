r"""Database migration talks to a database in clear text.

Every row that is copied, and the password to begin with, crosses the network unencrypted. Whoever listens on the way
has the whole database in the end.

## Bad
```terraform
resource "aws_dms_endpoint" "orders" {
  endpoint_id   = "orders"
  endpoint_type = "source"
  engine_name   = "postgres"
  database_name = "orders"
  server_name   = "orders.example.com"
  port          = 5432
  username      = "migration"
  password      = var.password
  ssl_mode      = "none" # inside of the network
}

variable "password" {
  type      = string
  sensitive = true
}
```
## Good
```terraform
resource "aws_dms_endpoint" "orders" {
  endpoint_id   = "orders"
  endpoint_type = "source"
  engine_name   = "postgres"
  database_name = "orders"
  server_name   = "orders.example.com"
  port          = 5432
  username      = "migration"
  password      = var.password
  ssl_mode      = "require" # inside of the network
}

variable "password" {
  type      = string
  sensitive = true
}
```
## Fix
Unsafe: a database that does not offer TLS refuses the connection; without a certificate to check against, the server's
identity stays unchecked.
## See
https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "gdpr": ("32(1)(a)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.24",),
        "nist-800-53": ("SC-8", "SC-8(1)"),
        "nydfs-500": ("500.15",),
        "pci-dss-4.0": ("4.2.1",),
        "soc-2": ("CC6.7",),
    },
    aliases=(
        "CKV2_AWS_49",
        "e6f7g8h9-i0j1-4klm-56no-7890pqrstu12",
    ),
)


# Those that take `ssl_mode`; the others are spoken to in ways of their own. The mode that each knows besides `none`.
_MODES = {
    "aurora": "verify-ca",
    "aurora-postgresql": "require",
    "db2": "verify-ca",
    "docdb": "verify-full",
    "mariadb": "verify-ca",
    "mongodb": "require",
    "mysql": "verify-ca",
    "oracle": "verify-ca",
    "postgres": "require",
    "sqlserver": "require",
    "sybase": "require",
}
_WITHOUT_CERTIFICATE = "require"


@rule.on("aws_dms_endpoint")
def check(endpoint: Resource) -> Iterator[Finding]:
    mode, wanted = endpoint["ssl_mode"], _MODES.get(endpoint["engine_name"].text or "")
    if wanted is not None and (mode.absent or mode.equals("none")):
        # Only `require` works without a certificate of the authority.
        possible = wanted == _WITHOUT_CERTIFICATE or not endpoint["certificate_arn"].absent
        change = mode.set(wanted) if possible else None
        yield rule.found(mode, f"{endpoint} talks to its database in clear text", fix=change)
