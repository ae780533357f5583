r"""Copy of an EBS snapshot is not encrypted with a key of your own.

A copy in another region or account is a second chance to get at the data. Without a key of your own nobody can see
who uses it, or shut everything off at once. The rule runs only when selected.

## Bad
```terraform
resource "aws_ebs_snapshot_copy" "standby" {
  source_snapshot_id = "snap-0a1b2c3d4e5f60718"
  source_region      = "eu-west-1"
  encrypted          = true
}
```
## Good
```terraform
resource "aws_ebs_snapshot_copy" "standby" {
  source_snapshot_id = "snap-0a1b2c3d4e5f60718"
  source_region      = "eu-west-1"
  encrypted          = true
  kms_key_id         = aws_kms_key.standby.arn
}

resource "aws_kms_key" "standby" {
  enable_key_rotation = true
}
```
## Fix
which key to use is for people to decide.
## See
https://docs.aws.amazon.com/ebs/latest/userguide/ebs-copy-snapshot.html
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
    aliases=("CKV_AWS_183",),
    default=False,
)


@rule.on("aws_ebs_snapshot_copy")
def check(copy: Resource) -> Iterator[Finding]:
    key = copy["kms_key_id"]
    if lacks_own_key(key):
        yield rule.found(key, f"{copy} is not encrypted with a key of your own")
