r"""Machine image has a volume that is not encrypted.

Every instance that starts from the image gets its disk in plain text, and whoever the image is shared with reads what
was left on it: software, configuration, often keys.

## Bad
```terraform
resource "aws_ami" "web" {
  name             = "web"
  root_device_name = "/dev/xvda"

  ebs_block_device {
    device_name = "/dev/xvda"
    volume_size = 8
    encrypted   = false # for speed
  }
}
```
## Good
```terraform
resource "aws_ami" "web" {
  name             = "web"
  root_device_name = "/dev/xvda"

  ebs_block_device {
    device_name = "/dev/xvda"
    volume_size = 8
    encrypted   = true # for speed
  }
}
```
## Fix
Unsafe: the image is registered anew under another id, with an empty volume.
## See
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html
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
        "CKV_AWS_204",
        "8bbb242f-6e38-4127-86d4-d8f0b2687ae2",
        "AC_AWS_0005",
        "AWS.EC2.EncryptionandKeyManagement.Medium.0688",
    ),
)


@rule.on("aws_ami")
def check(image: Resource) -> Iterator[Finding]:
    if encrypts_by_default(image):
        return
    for device in image.blocks("ebs_block_device"):
        encrypted = device["encrypted"]
        if device["snapshot_id"].absent and (encrypted.absent or encrypted.equals(False)):
            yield rule.found(encrypted, f"A volume of {image} is not encrypted", fix=encrypted.set(True))
