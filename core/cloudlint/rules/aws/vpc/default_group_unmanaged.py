r"""VPC keeps the default security group as AWS makes it.

The group that AWS adds to every VPC lets its members talk to each other and to the internet, and whatever is started
without naming a group becomes a member. Taking it over without rules makes a forgotten group fail loudly instead.

## Bad
```terraform
resource "aws_vpc" "main" {
  cidr_block = "10.20.0.0/16" # agreed with the network team
}
```
## Good
```terraform
resource "aws_vpc" "main" {
  cidr_block = "10.20.0.0/16" # agreed with the network team
}

resource "aws_default_security_group" "main" {
  vpc_id = aws_vpc.main.id
}
```
## Fix
Unsafe: the new resource takes every rule out of the default group, and what relies on them loses its network.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.model import Reference
from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "cis-aws-3.0": ("5.4",),
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.20",),
        "nist-800-53": ("SC-7",),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "soc-2": ("CC6.6",),
    },
    aliases=("CKV2_AWS_12",),
)


@rule.on("aws_vpc", frameworks=("terraform",))  # a template has no resource for it
def check(vpc: Resource) -> Iterator[Finding]:
    if vpc.lacks("aws_default_security_group", "vpc_id"):
        change = vpc.beside("aws_default_security_group", vpc.label, {"vpc_id": Reference(f"aws_vpc.{vpc.label}.id")})
        yield rule.found(vpc, f"{vpc} leaves its default security group open", fix=change)
