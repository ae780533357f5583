r"""GameLift fleet takes traffic on a range of ports.

Game servers listen on ports of their own. A range lets strangers try whatever else runs on the machines.

## Bad
```terraform
resource "aws_gamelift_fleet" "arena" {
  name              = "arena"
  build_id          = "build-0123456789abcdef0"
  ec2_instance_type = "c5.large"

  ec2_inbound_permission {
    protocol  = "UDP"
    ip_range  = "0.0.0.0/0"
    from_port = 7000
    to_port   = 7777
  }
}
```
## Good
```terraform
resource "aws_gamelift_fleet" "arena" {
  name              = "arena"
  build_id          = "build-0123456789abcdef0"
  ec2_instance_type = "c5.large"

  ec2_inbound_permission {
    protocol  = "UDP"
    ip_range  = "0.0.0.0/0"
    from_port = 7777
    to_port   = 7777
  }
}
```
## Bad
```cloudformation
Resources:
  Arena:
    Type: AWS::GameLift::Fleet
    Properties:
      Name: arena
      BuildId: build-0123456789abcdef0
      EC2InstanceType: c5.large
      EC2InboundPermissions:
        - Protocol: UDP
          IpRange: 0.0.0.0/0
          FromPort: 7000
          ToPort: 7777
```
## Good
```cloudformation
Resources:
  Arena:
    Type: AWS::GameLift::Fleet
    Properties:
      Name: arena
      BuildId: build-0123456789abcdef0
      EC2InstanceType: c5.large
      EC2InboundPermissions:
        - Protocol: UDP
          IpRange: 0.0.0.0/0
          FromPort: 7777
          ToPort: 7777
```
## Fix
Which ports the servers use only the author knows.
## See
https://docs.aws.amazon.com/gameliftservers/latest/developerguide/fleets-creating.html
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
    aliases=("43356255-495d-4148-ad8d-f6af5eac09dd",),
    default=False,
)


@rule.on("aws_gamelift_fleet")
def check(fleet: Resource) -> Iterator[Finding]:
    for permission in fleet.blocks("ec2_inbound_permission"):
        first, last = permission["from_port"], permission["to_port"]
        if first.number is not None and last.number is not None and first.number < last.number:
            yield rule.found(last, f"{fleet} takes traffic on the ports {first.text} to {last.text}")
