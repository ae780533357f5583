r"""DMS endpoint connects to its database without TLS.

A migration sends the whole database over the network, after its password. Without TLS everybody in between reads
along.

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
  password      = var.password
  ssl_mode      = "none" # same network
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
  server_name   = "db.example.com"
  port          = 5432
  database_name = "orders"
  username      = "move"
  password      = var.password
  ssl_mode      = "require" # same network
}

variable "password" {
  type      = string
  sensitive = true
}
```
## Fix
Unsafe: the connection fails where the database does not speak TLS. It is offered only for engines that take `require`;
MySQL, Oracle and others need a certificate, which only the author has.
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
        "pci-dss-4.0": ("4.2.1",),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-8", "SC-8(1)"),
        "soc-2": ("CC6.7",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "CKV2_AWS_49",
        "e6f7g8h9-i0j1-4klm-56no-7890pqrstu12",
    ),
)

# Endpoints that are reached over HTTPS or have settings of their own for it.
OTHERS = frozenset(
    {"dynamodb", "elasticsearch", "kafka", "kinesis", "neptune", "opensearch", "redis", "redshift", "s3"}
)

# Engines that take `require`, after the table of SSL modes on the page above.
WITHOUT_CERTIFICATE = frozenset({"postgres", "aurora-postgresql", "sqlserver", "mongodb"})


@rule.on("aws_dms_endpoint")
def check(endpoint: Resource) -> Iterator[Finding]:
    mode = endpoint["ssl_mode"]
    engine = endpoint["engine_name"].text
    if engine not in OTHERS and (mode.absent or mode.equals("none")):
        fix = mode.set("require") if engine in WITHOUT_CERTIFICATE else None
        yield rule.found(mode, f"{endpoint} connects to its database without TLS", fix=fix)
