r"""Network ACL protects no subnet.

A subnet that is not named by an ACL has the default one, which usually lets everything through. An ACL without subnets
looks like protection in the code and is none.

## Bad
```terraform
resource "aws_network_acl" "private" {
  vpc_id = var.vpc_id
}

variable "vpc_id" {
  type = string
}
```
## Good
```terraform
resource "aws_network_acl" "private" {
  vpc_id     = var.vpc_id
  subnet_ids = var.private_subnet_ids
}

variable "vpc_id" {
  type = string
}

variable "private_subnet_ids" {
  type = list(string)
}
```
## Fix
which subnets are meant only the author knows.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
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
    aliases=("CKV2_AWS_1",),
    default=False,
)


@rule.on("aws_network_acl")
def check(acl: Resource) -> Iterator[Finding]:
    subnets = acl["subnet_ids"]
    named = not subnets.absent and (subnets.open or subnets.unknown or subnets.items())
    if not named and acl.lacks("aws_network_acl_association", "network_acl_id"):
        yield rule.found(subnets, f"{acl} is attached to no subnet")
