r"""RDS database accepts connections without TLS.

Where the server does not insist, a client that forgets to ask for TLS sends its password and every row in the clear,
and nobody notices. The server can refuse such connections.

## Bad
```terraform
resource "aws_db_parameter_group" "orders" {
  family = "postgres16"

  parameter {
    name  = "rds.force_ssl"
    value = "0" # for the old report server
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
    name  = "rds.force_ssl"
    value = "1" # for the old report server
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
Unsafe: clients that do not speak TLS are refused; static parameters take effect after a restart.
## See
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.numerals import version_numbers

from ._shared import has_default_group, parameter_group, parameters

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
    aliases=("CKV2_AWS_69",),
)

SWITCHES = ("rds.force_ssl", "require_secure_transport")
# The first version whose default is to refuse plain connections, by engine; the other engines accept them by default.
REFUSES_SINCE = {"postgres": (15,), "mysql": (8, 4), "mariadb": (11, 8)}
ACCEPTS = ("sqlserver-ee", "sqlserver-ex", "sqlserver-se", "sqlserver-web")


@rule.on("aws_db_instance")
def check(instance: Resource) -> Iterator[Finding]:
    group = parameter_group(instance)
    if group is None:
        if has_default_group(instance) and _accepts_by_default(instance):
            yield rule.found(instance, f"{instance} accepts connections without TLS, as its engine does by default")
        return
    switches = [value for name, value in parameters(group) if name in SWITCHES]
    for value in switches:
        if value.one_of(("0", "off", "OFF", "false")):
            yield rule.found(value, f"{instance} accepts connections without TLS", fix=value.set("1"), about=instance)
    if not switches and not group["parameter"].open and _accepts_by_default(instance):
        yield rule.found(instance, f"{instance} accepts connections without TLS, as its engine does by default")


def _accepts_by_default(instance: Resource) -> bool:
    """Surely accepts plain connections unless a parameter says otherwise; no version means the newest one."""
    engine = instance["engine"].text or ""
    if engine in ACCEPTS:
        return True
    since, version = REFUSES_SINCE.get(engine), instance["engine_version"].text
    if since is None or version is None:
        return False
    numbers = version_numbers(version)
    return bool(numbers) and numbers < since[: len(numbers)]
