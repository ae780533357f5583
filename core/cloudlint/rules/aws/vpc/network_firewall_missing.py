r"""VPC has no network firewall.

Security groups decide by address and port only. A firewall in the VPC also sees names and contents, stops what is known
to be malicious and keeps machines from calling home. It has its price, so that this rule runs only when it is selected.

## Bad
```terraform
resource "aws_vpc" "main" {
  cidr_block = "10.20.0.0/16"
}
```
## Good
```terraform
resource "aws_vpc" "main" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_networkfirewall_firewall" "main" {
  name                = "main"
  vpc_id              = aws_vpc.main.id
  firewall_policy_arn = var.firewall_policy_arn

  subnet_mapping {
    subnet_id = var.firewall_subnet_id
  }
}

variable "firewall_policy_arn" {
  type = string
}

variable "firewall_subnet_id" {
  type = string
}
```
## Fix
a firewall needs a policy, subnets and routes of its own.
## See
https://docs.aws.amazon.com/network-firewall/latest/developerguide/what-is-aws-network-firewall.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:L/A:N",
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
        "3e293410-d5b8-411f-85fd-7d26294f20c9",
        "fd632aaf-b8a1-424d-a4d1-0de22fd3247a",
    ),
    default=False,
)


@rule.on("aws_vpc")
def check(vpc: Resource) -> Iterator[Finding]:
    if vpc.lacks("aws_networkfirewall_firewall", "vpc_id"):
        yield rule.found(vpc, f"{vpc} has no network firewall")
