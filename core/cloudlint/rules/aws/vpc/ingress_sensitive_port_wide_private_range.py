r"""Security group lets a wide private range reach a sensitive port.

One compromised machine anywhere in the range can go for the database or the console. A reference to the security group
of the caller keeps working when addresses change and lets nobody else in.

## Bad
```terraform
resource "aws_vpc_security_group_ingress_rule" "database" {
  security_group_id = var.security_group_id
  description       = "PostgreSQL"
  cidr_ipv4         = "10.0.0.0/8"
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
from cloudlint.vocabulary.network import Opening, is_private_range, prefix_length

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
    aliases=(
        "92fe237e-074c-4262-81a4-2077acb928c1",
        "AC_AWS_0320",
        "AC_AWS_0321",
        "AC_AWS_0322",
        "AC_AWS_0323",
        "AC_AWS_0324",
        "AC_AWS_0325",
        "AC_AWS_0326",
        "AC_AWS_0327",
        "AC_AWS_0328",
        "AC_AWS_0329",
        "AC_AWS_0330",
        "AC_AWS_0331",
        "AC_AWS_0332",
        "AC_AWS_0333",
        "AC_AWS_0334",
        "AC_AWS_0335",
        "AC_AWS_0336",
        "AC_AWS_0337",
        "AC_AWS_0338",
        "AC_AWS_0339",
        "AC_AWS_0340",
        "AC_AWS_0341",
        "AC_AWS_0342",
        "AC_AWS_0343",
        "AC_AWS_0344",
        "AC_AWS_0345",
        "AC_AWS_0346",
        "AC_AWS_0347",
        "AC_AWS_0348",
        "AC_AWS_0349",
        "AC_AWS_0350",
        "AC_AWS_0351",
        "AC_AWS_0352",
        "AC_AWS_0353",
        "AC_AWS_0354",
        "AC_AWS_0355",
        "AC_AWS_0356",
        "AC_AWS_0357",
        "AC_AWS_0358",
        "AC_AWS_0359",
        "AC_AWS_0360",
        "AC_AWS_0361",
        "AC_AWS_0362",
        "AC_AWS_0363",
    ),
    default=False,
)


_SUBNET = {4: 24, 6: 64}


@rule.on(*GROUPS_IN)
def check(group: Resource) -> Iterator[Finding]:
    for _, source in let_in(group, opens_sensitive, _ranges):
        yield rule.found(source, f"A sensitive port of {group} is open to all of {source.text}")


def _ranges(opening: Opening) -> list[Value]:
    return [source for source in opening.sources if _is_wide(source)]


def _is_wide(source: Value) -> bool:
    """Surely private, and wider than one subnet usually is."""
    bits = prefix_length(source)
    return bits is not None and is_private_range(source) and bits < _SUBNET[6 if ":" in str(source.text) else 4]
