r"""EBS volume is attached to nothing.

A volume that no instance uses still costs, still holds data, and is looked after by nobody.

## Bad
```terraform
resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = true
}
```
## Good
```terraform
resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = true
}

resource "aws_volume_attachment" "data" {
  device_name = "/dev/sdf"
  instance_id = var.instance_id
  volume_id   = aws_ebs_volume.data.id
}

variable "instance_id" {
  type = string
}
```
## Bad
```cloudformation
Resources:
  Data:
    Type: AWS::EC2::Volume
    Properties:
      AvailabilityZone: eu-west-1a
      Size: 20
      Encrypted: true
```
## Good
```cloudformation
Resources:
  Data:
    Type: AWS::EC2::Volume
    Properties:
      AvailabilityZone: eu-west-1a
      Size: 20
      Encrypted: true
  Attached:
    Type: AWS::EC2::VolumeAttachment
    Properties:
      Device: /dev/sdf
      InstanceId: i-0123456789abcdef0
      VolumeId: !Ref Data
```
## Fix
Where the volume belongs only the author knows.
## See
https://docs.aws.amazon.com/ebs/latest/userguide/ebs-attaching-volume.html
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
    aliases=("1819ac03-542b-4026-976b-f37addd59f3b",),
    default=False,
)


@rule.on("aws_ebs_volume")
def check(volume: Resource) -> Iterator[Finding]:
    if volume.lacks("aws_volume_attachment", "volume_id"):
        yield rule.found(volume, f"{volume} is attached to nothing")
