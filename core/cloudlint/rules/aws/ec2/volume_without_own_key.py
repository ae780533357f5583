r"""EBS volume is not encrypted with a key of your own.

Only with a key of your own can you decide who may use it, see each use in the audit log, share a snapshot with
another account and shut everything off at once. The key that AWS manages is fine for most; the rule runs only when
selected.

## Bad
```terraform
resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 100
  encrypted         = true
}
```
## Good
```terraform
resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 100
  encrypted         = true
  kms_key_id        = aws_kms_key.data.arn
}

resource "aws_kms_key" "data" {
  enable_key_rotation = true
}
```
## Fix
which key to use is for people to decide, and changing it replaces the volume.
## See
https://docs.aws.amazon.com/ebs/latest/userguide/how-ebs-encryption-works.html
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
    aliases=(
        "CKV_AWS_189",
        "AWS-0027",
        "aws-ec2-volume-encryption-customer-key",
        "AVD-AWS-0027",
        "aws-ebs-encryption-customer-key",
        "b7063015-6c31-4658-a8e7-14f98f37fd42",
        "AC_AWS_0460",
        "AWS.EcsCluster.EncryptionandKeyManagement.High.0413",
    ),
    default=False,
)


@rule.on("aws_ebs_volume")
def check(volume: Resource) -> Iterator[Finding]:
    key = volume["kms_key_id"]
    if lacks_own_key(key) and not volume.graph.of("aws_ebs_default_kms_key"):
        yield rule.found(key, f"{volume} is not encrypted with a key of your own")
