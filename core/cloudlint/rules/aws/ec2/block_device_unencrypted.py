r"""Volume of an instance is not encrypted.

Whoever gets at the volume or at a snapshot of it reads everything on it without a key: application data, logs, keys
that lie about. Encryption can only be chosen when a volume is created.

## Bad
```terraform
resource "aws_instance" "web" {
  ami           = var.image
  instance_type = "t3.small"

  root_block_device {
    volume_size = 20
    encrypted   = false # small disk
  }
}

variable "image" {
  type = string
}
```
## Good
```terraform
resource "aws_instance" "web" {
  ami           = var.image
  instance_type = "t3.small"

  root_block_device {
    volume_size = 20
    encrypted   = true # small disk
  }
}

variable "image" {
  type = string
}
```
## Bad
```cloudformation
Resources:
  Web:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0abcdef1234567890
      BlockDeviceMappings:
        - DeviceName: /dev/xvda
          Ebs:
            VolumeSize: 20
            Encrypted: false # as the image is
```
## Good
```cloudformation
Resources:
  Web:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0abcdef1234567890
      BlockDeviceMappings:
        - DeviceName: /dev/xvda
          Ebs:
            VolumeSize: 20
            Encrypted: true # as the image is
```
## Fix
Unsafe: the instance is replaced and what lies on its volumes is lost, unless it is restored from an encrypted copy of
a snapshot.
## See
https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

from ._shared import MACHINES, block_devices, encrypts_by_default

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": (
            "SC-28",
            "SC-28(1)",
        ),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "CKV_AWS_8",
        "AWS-0008",
        "aws-ec2-enable-launch-config-at-rest-encryption",
        "AVD-AWS-0008",
        "aws-autoscaling-enable-at-rest-encryption",
        "AWS-0131",
        "aws-ec2-enable-at-rest-encryption",
        "AVD-AWS-0131",
        "66477506-6abb-49ed-803d-3fa174cd5f6a",
        "4de9de27-254e-424f-bd70-4c1e95790838",
        "AC_AWS_0167",
        "AWS.EcsCluster.EncryptionandKeyManagement.High.0413",
    ),
)


@rule.on(*MACHINES)
def check(machine: Resource) -> Iterator[Finding]:
    if encrypts_by_default(machine):
        return
    for device in block_devices(machine):
        encrypted, snapshot = device["encrypted"], device["snapshot_id"]
        if encrypted.equals(False) or (encrypted.absent and snapshot.absent and device["no_device"].absent):
            yield rule.found(encrypted, f"A volume of {machine} is not encrypted", fix=encrypted.set(True))
