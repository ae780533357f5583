r"""EBS volume is not encrypted.

Whoever gets at the volume or at a snapshot of it, by a copy or a share with another account, reads everything on it
without a key. Encryption can only be chosen when a volume is created.

## Bad
```terraform
resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 100
  encrypted         = false # was quicker
}
```
## Good
```terraform
resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 100
  encrypted         = true # was quicker
}
```
## Bad
```cloudformation
Resources:
  Data:
    Type: AWS::EC2::Volume
    Properties:
      AvailabilityZone: eu-central-1a
      Size: 40
      Encrypted: false # scratch space
```
## Good
```cloudformation
Resources:
  Data:
    Type: AWS::EC2::Volume
    Properties:
      AvailabilityZone: eu-central-1a
      Size: 40
      Encrypted: true # scratch space
```
## Fix
Unsafe: the volume is replaced by an empty one; create the new one from an encrypted copy of a snapshot.
## See
https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

from ._shared import encrypts_by_default

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
        "CKV_AWS_3",
        "CKV2_AWS_2",
        "AWS-0026",
        "aws-ec2-enable-volume-encryption",
        "AVD-AWS-0026",
        "aws-ebs-enable-volume-encryption",
        "4b6012e7-7176-46e4-8108-e441785eae57",
        "80b7ac3f-d2b7-4577-9b10-df7913497162",
        "cc997676-481b-4e93-aa81-d19f8c5e9b12",
    ),
)


@rule.on("aws_ebs_volume")
def check(volume: Resource) -> Iterator[Finding]:
    encrypted = volume["encrypted"]
    if encrypts_by_default(volume) or (encrypted.absent and not volume["snapshot_id"].absent):
        return  # a volume from an encrypted snapshot is encrypted
    if encrypted.absent or encrypted.equals(False):
        yield rule.found(encrypted, f"{volume} is not encrypted", fix=encrypted.set(True))
