r"""Network ACL lets the internet reach Remote Desktop.

The ACL is the second fence around a subnet and stops what a careless security group lets through. With port 3389 open
to everyone in both, password guessers are at the desktop within minutes.

## Bad
```terraform
resource "aws_network_acl_rule" "desktop" {
  network_acl_id = var.network_acl_id
  rule_number    = 100
  rule_action    = "allow" # people at home
  protocol       = "tcp"
  cidr_block     = "0.0.0.0/0"
  from_port      = 3389
  to_port        = 3389
}

variable "network_acl_id" {
  type = string
}
```
## Good
```terraform
resource "aws_network_acl_rule" "desktop" {
  network_acl_id = var.network_acl_id
  rule_number    = 100
  rule_action    = "deny" # people at home
  protocol       = "tcp"
  cidr_block     = "0.0.0.0/0"
  from_port      = 3389
  to_port        = 3389
}

variable "network_acl_id" {
  type = string
}
```
## Fix
Unsafe: whoever connects from the internet is shut out. A rule for a wider range of ports gets no edit, because it may
carry the answers to outgoing connections as well.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

from ._shared import ACLS, RDP, admits, closed, exposures

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N",
    fixes=UNSAFE,
    standards={
        "cis-aws-3.0": ("5.1",),
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.20",),
        "nist-800-53": ("SC-7",),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "soc-2": ("CC6.6",),
    },
    aliases=(
        "CKV_AWS_231",
        "AWS-0105",
        "aws-ec2-no-public-ingress-acl",
        "AVD-AWS-0105",
        "aws-vpc-no-public-ingress-acl",
        "a20be318-cac7-457b-911d-04cc6e812c25",
    ),
)


@rule.on(*ACLS)
def check(acl: Resource) -> Iterator[Finding]:
    for opening, source in exposures(acl, lambda opening: admits(opening, frozenset((RDP,)))):
        yield rule.found(source, f"{acl} lets the internet reach Remote Desktop (port 3389)", fix=closed(opening))
