r"""Security group lets the internet reach SSH.

Port 22 is tried by password guessers all day, and one weak password, leaked key or flaw in the server gives them a
shell. Session Manager or a jump host reached through a VPN serves the same people without an open port.

## Bad
```terraform
resource "aws_security_group" "jump" {
  name        = "jump"
  description = "Jump hosts"
  vpc_id      = var.vpc_id

  ingress {
    description = "SSH"
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["10.20.30.0/26", "0.0.0.0/0"] # people at home
  }
}

variable "vpc_id" {
  type = string
}
```
## Good
```terraform
resource "aws_security_group" "jump" {
  name        = "jump"
  description = "Jump hosts"
  vpc_id      = var.vpc_id

  ingress {
    description = "SSH"
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["10.20.30.0/26"] # people at home
  }
}

variable "vpc_id" {
  type = string
}
```
## Bad
```terraform
resource "aws_vpc_security_group_ingress_rule" "ssh" {
  security_group_id = var.security_group_id
  description       = "SSH"
  cidr_ipv4         = "0.0.0.0/0" # people at home
  from_port         = 22
  to_port           = 22
  ip_protocol       = "tcp"
}

variable "security_group_id" {
  type = string
}
```
## Good
```terraform
resource "aws_vpc_security_group_ingress_rule" "ssh" {
  security_group_id = var.security_group_id
  description       = "SSH"
  cidr_ipv4         = "192.0.2.0/24" # people at home
  from_port         = 22
  to_port           = 22
  ip_protocol       = "tcp"
}

variable "security_group_id" {
  type = string
}
```
## Bad
```cloudformation
Resources:
  Bastion:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Bastion
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 22
          ToPort: 22
          CidrIp: 0.0.0.0/0 # from home
```
## Good
```cloudformation
Resources:
  Bastion:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Bastion
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 22
          ToPort: 22
          CidrIp: 192.0.2.0/24 # from home
```
## Fix
Unsafe: whoever connects from the internet is shut out. Where nothing else may connect, the range for documentation that
is written in its place has to be replaced by the range that is meant.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule

from ._shared import GROUPS_IN, SSH, exposures, narrowed, opens

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H",
    fixes=UNSAFE,
    standards={
        "cis-aws-3.0": ("5.2", "5.3"),
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.20",),
        "nist-800-53": ("SC-7",),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "soc-2": ("CC6.6",),
    },
    aliases=(
        "CKV_AWS_24",
        "AWS-0107",
        "aws-ec2-no-public-ingress-sgr",
        "AVD-AWS-0107",
        "57ced4b9-6ba4-487b-8843-b65562b90c77",
        "6e856af2-62d7-4ba2-adc1-73b62cef9cc1",
        "65905cec-d691-4320-b320-2000436cb696",
        "AC_AWS_0227",
        "AC_AWS_0319",
        "cdbb0467-2957-4a77-9992-7b55b29df7b7",
        "381c3f2a-ef6f-4eff-99f7-b169cda3422c",
        "494b03d3-bf40-4464-8524-7c56ad0700ed",
    ),
)


@rule.on(*GROUPS_IN)
def check(group: Resource) -> Iterator[Finding]:
    for opening, source in exposures(group, lambda opening: opens(opening, SSH)):
        change, safety = narrowed(opening, source)
        yield rule.found(source, f"SSH (port 22) of {group} is open to the internet", fix=change, safety=safety)
