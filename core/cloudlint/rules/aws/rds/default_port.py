r"""RDS instance listens on the default port of its engine.

Scanners try default ports first. Another port does not make a database secure, but it takes it out of the noise, and
whoever comes looking stands out.

## Bad
```terraform
resource "aws_db_instance" "orders" {
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  allocated_storage = 20
  port              = 5432 # as everywhere
}
```
## Good
```terraform
resource "aws_db_instance" "orders" {
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  allocated_storage = 20
  port              = 6543 # known to every client
}
```
## Fix
Every client has to be told the new port, and the security groups opened for it.
## See
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_CommonTasks.Connect.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-7",),
        "soc-2": ("CC6.6",),
        "iso-27001": ("A.8.20",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "2cb674f6-32f9-40be-97f2-62c0dc38f0d5",
        "1fe9d958-ddce-4228-a124-05265a959a8b",
        "bca7cc4d-b3a4-4345-9461-eb69c68fcd26",
    ),
    default=False,
)

PORTS = {
    "mysql": 3306,
    "mariadb": 3306,
    "aurora": 3306,
    "aurora-mysql": 3306,
    "postgres": 5432,
    "aurora-postgresql": 5432,
}


@rule.on("aws_db_instance")
def check(instance: Resource) -> Iterator[Finding]:
    port = instance["port"]
    default = _default_port(instance["engine"].text or "")
    if default is not None and (port.absent or port.equals(default)):
        yield rule.found(port, f"{instance} listens on {default}, the default port of its engine")


def _default_port(engine: str) -> int | None:
    if engine.startswith(("oracle", "custom-oracle")):
        return 1521
    if engine.startswith(("sqlserver", "custom-sqlserver")):
        return 1433
    return PORTS.get(engine)
