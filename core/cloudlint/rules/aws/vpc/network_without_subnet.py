r"""VPC has no subnet.

Nothing can run in a network without subnets. Either it was forgotten and only widens what has to be watched, or its
subnets are made by hand and nobody reviews them.

## Bad
```terraform
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
```
## Good
```terraform
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "inner" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}
```
## Bad
```cloudformation
Resources:
  Main:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
```
## Good
```cloudformation
Resources:
  Main:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  Inner:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Main
      CidrBlock: 10.0.1.0/24
```
## Fix
Which subnets are wanted only the author knows.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html
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
        "pci-dss-4.0": ("12.5.1",),
        "hipaa": ("164.310(d)(2)(iii)",),
        "nist-800-53": ("CM-8",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.9",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.13",),
    },
    aliases=("3b3b4411-ad1f-40e7-b257-a78a6bb9673a",),
    default=False,
)


@rule.on("aws_vpc")
def check(network: Resource) -> Iterator[Finding]:
    if network.lacks("aws_subnet", "vpc_id"):
        yield rule.found(network, f"{network} has no subnet")
