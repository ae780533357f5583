r"""Security group does not say to which VPC it belongs.

Without a VPC the group is made in the default one. Machines elsewhere cannot use it, and whoever uses it ends up in the
network that nobody planned.

## Bad
```terraform
resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"
}
```
## Good
```terraform
resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"
  vpc_id      = var.vpc_id
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
```
## Good
```cloudformation
Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      VpcId: vpc-0123456789abcdef0
```
## Fix
Which network is meant only the author knows, and moving replaces the group.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

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
    aliases=("493d9591-6249-47bf-8dc0-5c10161cc558",),
    default=False,
)


@rule.on("aws_security_group")
def check(group: Resource) -> Iterator[Finding]:
    if group["vpc_id"].absent:
        yield rule.found(group["vpc_id"], f"{group} does not say to which VPC it belongs")
