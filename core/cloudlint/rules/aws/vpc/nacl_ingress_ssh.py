r"""Network ACL lets the internet reach SSH.

The ACL is the second fence around a subnet and stops what a careless security group lets through. With port 22 open to
everyone in both, password guessers are at the server within minutes.

## Bad
```terraform
resource "aws_network_acl" "public" {
  vpc_id     = var.vpc_id
  subnet_ids = var.subnet_ids

  ingress {
    rule_no    = 100
    action     = "allow" # people at home
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 22
    to_port    = 22
  }
}

variable "vpc_id" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}
```
## Good
```terraform
resource "aws_network_acl" "public" {
  vpc_id     = var.vpc_id
  subnet_ids = var.subnet_ids

  ingress {
    rule_no    = 100
    action     = "deny" # people at home
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 22
    to_port    = 22
  }
}

variable "vpc_id" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
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

from ._shared import ACLS, SSH, admits, closed, exposures

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
        "CKV_AWS_232",
        "AWS-0105",
        "aws-ec2-no-public-ingress-acl",
        "AVD-AWS-0105",
        "aws-vpc-no-public-ingress-acl",
        "3af7f2fd-06e6-4dab-b996-2912bea19ba4",
    ),
)


@rule.on(*ACLS)
def check(acl: Resource) -> Iterator[Finding]:
    for opening, source in exposures(acl, lambda opening: admits(opening, frozenset((SSH,)))):
        yield rule.found(source, f"{acl} lets the internet reach SSH (port 22)", fix=closed(opening))
