r"""Copy of a machine image is not encrypted with a key of your own.

An image that is encrypted with the key that AWS manages cannot be shared with the accounts that need it, and nobody
can see who uses the key or take it away. The rule runs only when selected.

## Bad
```terraform
resource "aws_ami_copy" "web" {
  name              = "web-2024"
  source_ami_id     = "ami-0a1b2c3d4e5f60718"
  source_ami_region = "eu-west-1"
  encrypted         = true
}
```
## Good
```terraform
resource "aws_ami_copy" "web" {
  name              = "web-2024"
  source_ami_id     = "ami-0a1b2c3d4e5f60718"
  source_ami_region = "eu-west-1"
  encrypted         = true
  kms_key_id        = aws_kms_key.images.arn
}

resource "aws_kms_key" "images" {
  enable_key_rotation = true
}
```
## Fix
which key to use is for people to decide.
## See
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.kms import lacks_own_key

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
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
    aliases=("CKV_AWS_236",),
    default=False,
)


@rule.on("aws_ami_copy")
def check(copy: Resource) -> Iterator[Finding]:
    key = copy["kms_key_id"]
    if lacks_own_key(key):
        yield rule.found(key, f"{copy} is not encrypted with a key of your own")
