r"""Security group lets traffic out on a range of ports.

Each service listens on a port of its own. A range lets a machine that was taken over reach more than it needs, and
hides which service is meant.

## Bad
```terraform
resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"
  vpc_id      = var.vpc_id

  egress {
    description = "To the database"
    protocol    = "tcp"
    from_port   = 5000
    to_port     = 5432
    cidr_blocks = ["10.0.0.0/16"]
  }
}

variable "vpc_id" {
  type = string
}
```
## Good
```terraform
resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"
  vpc_id      = var.vpc_id

  egress {
    description = "To the database"
    protocol    = "tcp"
    from_port   = 5432
    to_port     = 5432
    cidr_blocks = ["10.0.0.0/16"]
  }
}

variable "vpc_id" {
  type = string
}
```
## Bad
```cloudformation
Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      VpcId: vpc-0123456789abcdef0
      SecurityGroupEgress:
        - Description: To the database
          IpProtocol: tcp
          FromPort: 5000
          ToPort: 5432
          CidrIp: 10.0.0.0/16
```
## Good
```cloudformation
Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      VpcId: vpc-0123456789abcdef0
      SecurityGroupEgress:
        - Description: To the database
          IpProtocol: tcp
          FromPort: 5432
          ToPort: 5432
          CidrIp: 10.0.0.0/16
```
## Fix
Which port is meant only the author knows.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule, Value

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("1.4.4",),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-7",),
        "soc-2": ("CC6.6",),
        "iso-27001": ("A.8.20",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("dae9c373-8287-462f-8746-6f93dad93610",),
    default=False,
)


@rule.on("aws_security_group", "aws_default_security_group")
def inline(group: Resource) -> Iterator[Finding]:
    for entry in group.blocks("egress"):
        yield from _ranges(entry, group)


@rule.on("aws_security_group_rule")
def check(entry: Resource) -> Iterator[Finding]:
    if entry["type"].equals("egress"):
        yield from _ranges(entry, entry)


@rule.on("aws_vpc_security_group_egress_rule")
def single(entry: Resource) -> Iterator[Finding]:
    yield from _ranges(entry, entry)


def _ranges(entry: Value, group: Resource) -> Iterator[Finding]:
    first, last = entry["from_port"], entry["to_port"]
    if first.number is not None and last.number is not None and first.number < last.number:
        yield rule.found(last, f"{group} lets traffic out on the ports {first.text} to {last.text}")
