r"""Security group lets a small range of addresses reach a sensitive port.

A range of a few dozen addresses is narrower than the internet and still more than one machine: everybody else in it, a
guest network for instance, gets to the database or the console as well. A reference to the security group of the caller
says exactly who is meant.

## Bad
```terraform
resource "aws_vpc_security_group_ingress_rule" "database" {
  security_group_id = var.security_group_id
  description       = "PostgreSQL"
  cidr_ipv4         = "198.51.100.0/26"
  from_port         = 5432
  to_port           = 5432
  ip_protocol       = "tcp"
}

variable "security_group_id" {
  type = string
}
```
## Good
```terraform
resource "aws_vpc_security_group_ingress_rule" "database" {
  security_group_id            = var.security_group_id
  description                  = "PostgreSQL"
  referenced_security_group_id = var.reporting_security_group_id
  from_port                    = 5432
  to_port                      = 5432
  ip_protocol                  = "tcp"
}

variable "security_group_id" {
  type = string
}

variable "reporting_security_group_id" {
  type = string
}
```
## Fix
only the author knows which of the addresses, or which security group, has to connect.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule, Value
from cloudlint.vocabulary.network import Opening, prefix_length

from ._shared import GROUPS_IN, let_in, opens_sensitive

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.20",),
        "nist-800-53": ("SC-7",),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "soc-2": ("CC6.6",),
    },
    aliases=("e35c16a2-d54e-419d-8546-a804d8e024d0",),
    default=False,
)


_SMALL = range(25, 30)  # 8 to 128 addresses


@rule.on(*GROUPS_IN)
def check(group: Resource) -> Iterator[Finding]:
    for _, source in let_in(group, opens_sensitive, _ranges):
        yield rule.found(source, f"A sensitive port of {group} is open to all of {source.text}")


def _ranges(opening: Opening) -> list[Value]:
    return [source for source in opening.sources if prefix_length(source) in _SMALL]
