r"""Security group lets the internet reach Remote Desktop.

Remote Desktop on port 3389 is the usual way in for ransomware: passwords are guessed all day and flaws of the service
have needed no password at all. Fleet Manager, a gateway or a VPN gives the same people access without an open port.

## Bad
```terraform
resource "aws_security_group_rule" "desktop" {
  type              = "ingress"
  security_group_id = var.security_group_id
  description       = "Remote Desktop"
  from_port         = 3389
  to_port           = 3389
  protocol          = "tcp"
  cidr_blocks = [
    "10.20.30.0/26", # office
    "0.0.0.0/0",     # people at home
  ]
}

variable "security_group_id" {
  type = string
}
```
## Good
```terraform
resource "aws_security_group_rule" "desktop" {
  type              = "ingress"
  security_group_id = var.security_group_id
  description       = "Remote Desktop"
  from_port         = 3389
  to_port           = 3389
  protocol          = "tcp"
  cidr_blocks = [
    "10.20.30.0/26", # office
  ]
}

variable "security_group_id" {
  type = string
}
```
## Bad
```cloudformation
Resources:
  DesktopRule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: sg-0123456789abcdef0
      IpProtocol: tcp
      FromPort: 3389
      ToPort: 3389
      CidrIp: 0.0.0.0/0
```
## Good
```cloudformation
Resources:
  DesktopRule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: sg-0123456789abcdef0
      IpProtocol: tcp
      FromPort: 3389
      ToPort: 3389
      CidrIp: 192.0.2.0/24
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

from ._shared import GROUPS_IN, RDP, exposures, narrowed, opens

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
        "CKV_AWS_25",
        "AWS-0107",
        "aws-ec2-no-public-ingress-sgr",
        "AVD-AWS-0107",
        "eda7301d-1f3e-47cf-8d4e-976debc64341",
        "c9846969-d066-431f-9b34-8c4abafe422a",
        "3ae83918-7ec7-4cb8-80db-b91ef0f94002",
        "151187cb-0efc-481c-babd-ad24e3c9bc22",
        "AC_AWS_0230",
        "cdbb0467-2957-4a77-9992-7b55b29df7b7",
        "381c3f2a-ef6f-4eff-99f7-b169cda3422c",
        "494b03d3-bf40-4464-8524-7c56ad0700ed",
    ),
)


@rule.on(*GROUPS_IN)
def check(group: Resource) -> Iterator[Finding]:
    for opening, source in exposures(group, lambda opening: opens(opening, RDP)):
        change, safety = narrowed(opening, source)
        message = f"Remote Desktop (port 3389) of {group} is open to the internet"
        yield rule.found(source, message, fix=change, safety=safety)
