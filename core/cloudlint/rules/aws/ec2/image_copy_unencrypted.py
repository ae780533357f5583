r"""Copy of a machine image is not encrypted.

An image holds the whole disk of a machine: software, configuration, often keys. A copy in plain text can be started
and read by whoever it is shared with, by mistake or on purpose.

## Bad
```terraform
resource "aws_ami_copy" "web" {
  name              = "web-2024"
  source_ami_id     = "ami-0a1b2c3d4e5f60718"
  source_ami_region = "eu-west-1"
  encrypted         = false # default key is enough
}
```
## Good
```terraform
resource "aws_ami_copy" "web" {
  name              = "web-2024"
  source_ami_id     = "ami-0a1b2c3d4e5f60718"
  source_ami_region = "eu-west-1"
  encrypted         = true # default key is enough
}
```
## Fix
Unsafe: the image is copied anew under another id, and can no longer be shared unless it uses a key of your own.
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
        "CKV_AWS_235",
        "97707503-a22c-4cd7-b7c0-f088fa7cf830",
    ),
)


@rule.on("aws_ami_copy")
def check(copy: Resource) -> Iterator[Finding]:
    if not encrypts_by_default(copy):
        yield from rule.expect(copy, "encrypted", True, message="{resource} is not encrypted")
