r"""Snapshot of an EBS volume is not encrypted.

A snapshot is a whole disk that can be copied and shared with a few words. It is encrypted only if its volume is, and
this one is not.

## Bad
```terraform
resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 100
  encrypted         = false
}

resource "aws_ebs_snapshot" "data" {
  volume_id = aws_ebs_volume.data.id
}
```
## Good
```terraform
resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 100
  encrypted         = true
}

resource "aws_ebs_snapshot" "data" {
  volume_id = aws_ebs_volume.data.id
}
```
## Fix
it is the volume that has to be encrypted, which aws-ec2-volume-unencrypted offers.
## See
https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

from ._shared import encrypts_by_default

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N",
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
    aliases=("e6b4b943-6883-47a9-9739-7ada9568f8ca",),
)


@rule.on("aws_ebs_snapshot")
def check(snapshot: Resource) -> Iterator[Finding]:
    for volume in snapshot["volume_id"].refers:
        if volume.kind != "aws_ebs_volume" or encrypts_by_default(volume):
            continue
        encrypted = volume["encrypted"]
        if encrypted.equals(False) or (encrypted.absent and volume["snapshot_id"].absent):
            message = f"{snapshot} is not encrypted, as {volume} is not"
            yield rule.found(encrypted, message, about=snapshot, related=[(snapshot, "the snapshot")])
