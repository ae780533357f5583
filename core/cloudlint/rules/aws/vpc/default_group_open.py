r"""Default security group lets traffic through.

Whatever is started without naming a group gets this one. As long as it has rules, a forgotten setting connects a new
machine to everything else that forgot it, and to whatever the rules open.

## Bad
```terraform
resource "aws_default_security_group" "default" {
  vpc_id = var.vpc_id

  ingress {
    from_port = 0
    to_port   = 0
    protocol  = "-1"
    self      = true
  }

  tags = {
    Name = "unused" # so that nobody takes it
  }
}

variable "vpc_id" {
  type = string
}
```
## Good
```terraform
resource "aws_default_security_group" "default" {
  vpc_id = var.vpc_id

  tags = {
    Name = "unused" # so that nobody takes it
  }
}

variable "vpc_id" {
  type = string
}
```
## Fix
Unsafe: what relies on the default group loses its network. Rules that exist already go only when `ingress = []` and
`egress = []` say so, or by hand.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

from ._shared import companions

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:L/A:N",
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
    aliases=(
        "CKV2_AWS_12",
        "AWS-0173",
        "aws-ec2-restrict-all-in-default-sg",
        "AVD-AWS-0173",
        "9a4ef195-74b9-4c58-b8ed-2b2fe4353a75",
    ),
)


@rule.on("aws_default_security_group")
def check(group: Resource) -> Iterator[Finding]:
    vpcs = [vpc for vpc in group["vpc_id"].refers if vpc.kind == "aws_vpc"]
    about = vpcs[0] if vpcs else group
    for direction in ("ingress", "egress"):
        for block in group.blocks(direction):
            message = f"The default security group {group} has an {direction} rule"
            yield rule.found(block, message, fix=block.remove(), about=about)
    for companion in companions(group):
        message = f"{companion} adds a rule to the default security group {group}"
        yield rule.found(companion, message, fix=companion.remove(), about=about, related=[(group, "the group")])
