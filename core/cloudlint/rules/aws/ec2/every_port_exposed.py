r"""Every port of a public instance is open to the internet.

Address and firewall together put the machine on the internet as it is: each service that somebody starts on it, a
database or a debugger, can be reached by everyone at once.

## Bad
```terraform
resource "aws_instance" "web" {
  ami                         = "ami-0a1b2c3d4e5f60718"
  instance_type               = "t3.small"
  associate_public_ip_address = true
  vpc_security_group_ids      = [aws_security_group.web.id]
}

resource "aws_security_group" "web" {
  description = "Web server"
}

resource "aws_vpc_security_group_ingress_rule" "web" {
  security_group_id = aws_security_group.web.id
  description       = "Visitors"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}
```
## Good
```terraform
resource "aws_instance" "web" {
  ami                         = "ami-0a1b2c3d4e5f60718"
  instance_type               = "t3.small"
  associate_public_ip_address = true
  vpc_security_group_ids      = [aws_security_group.web.id]
}

resource "aws_security_group" "web" {
  description = "Web server"
}

resource "aws_vpc_security_group_ingress_rule" "web" {
  security_group_id = aws_security_group.web.id
  description       = "Visitors"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}
```
## Fix
which ports visitors need is for people to say.
## See
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-security-groups.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule, Value
from cloudlint.vocabulary.network import INGRESS, openings

from ._shared import INSTANCES

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:N",
    standards={
        "pci-dss-4.0": (
            "1.3.1",
            "1.4.4",
        ),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-7",),
        "soc-2": ("CC6.6",),
        "iso-27001": ("A.8.20",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "AC_AWS_0478",
        "AC-AW-IS-LC-H-0443",
        "AC_AWS_0489",
        "AC-AW-IS-LC-H-0438",
        "c44c95fc-ae92-4bb8-bdf8-bb9bc412004a",
    ),
)


RULES = ("aws_vpc_security_group_ingress_rule", "aws_security_group_rule")


@rule.on(*INSTANCES, "aws_launch_configuration")
def check(machine: Resource) -> Iterator[Finding]:
    address = machine["associate_public_ip_address"]
    if not address.equals(True):
        return
    listed = ("security_groups",) if machine.kind == "aws_launch_configuration" else ("vpc_security_group_ids",)
    for group in (found for name in listed for item in machine[name].items() for found in item.refers):
        opened = _opened_to_all(group) if group.kind == "aws_security_group" else None
        if opened is not None:
            related = [(opened, "lets the whole internet in on every port")]
            yield rule.found(address, f"Every port of {machine} is open to the internet", related=related)
            return


def _opened_to_all(group: Resource) -> Value | None:
    """The rule that opens every port of a group to everyone."""
    for holder in (group, *(found for kind in RULES for found in group.linked(kind, "security_group_id"))):
        for opening in openings(holder, INGRESS):
            if opening.every_port and opening.open_sources():
                return opening.value
    return None
