r"""Security group lets traffic out to any address on the internet.

Whoever takes over a machine in this group can send what it reads to a server of their own. Where the destinations are
known, name them, or send the traffic through a proxy or a firewall that knows their names.

## Bad
```terraform
resource "aws_vpc_security_group_egress_rule" "worker" {
  security_group_id = var.security_group_id
  description       = "Object storage"
  cidr_ipv4         = "0.0.0.0/0"
  from_port         = 443
  to_port           = 443
  ip_protocol       = "tcp"
}

variable "security_group_id" {
  type = string
}
```
## Good
```terraform
resource "aws_vpc_security_group_egress_rule" "worker" {
  security_group_id = var.security_group_id
  description       = "Object storage"
  prefix_list_id    = var.storage_prefix_list_id
  from_port         = 443
  to_port           = 443
  ip_protocol       = "tcp"
}

variable "security_group_id" {
  type = string
}

variable "storage_prefix_list_id" {
  type = string
}
```
## Fix
which destinations the workload needs cannot be read from the code, and a guess would cut it off.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import GROUPS_OUT, leaks, opens_everything

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
        "AWS-0104",
        "aws-ec2-no-public-egress-sgr",
        "AVD-AWS-0104",
        "aws-vpc-no-public-egress-sgr",
        "1cc2fbd7-816c-4fbf-ad6d-38a4afa4312a",
    ),
    default=False,
)


@rule.on(*GROUPS_OUT)
def check(group: Resource) -> Iterator[Finding]:
    # A group that lets everything out is reported as that.
    for _, target in leaks(group, lambda opening: not opens_everything(opening)):
        yield rule.found(target, f"{group} lets traffic out to any address on the internet")
