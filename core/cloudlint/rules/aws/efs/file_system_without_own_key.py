r"""EFS file system is not encrypted with a key of your own.

The key that AWS keeps cannot be restricted, shared with another account or revoked. With a key of your own, its
policy decides once more who may read the data, and every use of it is on record.

## Bad
```terraform
resource "aws_efs_file_system" "uploads" {
  creation_token = "uploads"
  encrypted      = true # with any key
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}
```
## Good
```terraform
resource "aws_efs_file_system" "uploads" {
  creation_token = "uploads"
  encrypted      = true # with any key
  kms_key_id     = aws_kms_key.orders.arn
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}
```
## Fix
Unsafe: data that exists is usually moved to a new resource, since the key is chosen at creation; and the key's policy
must let the service use it. The fix is offered where the module has exactly one key.
## See
https://docs.aws.amazon.com/efs/latest/ug/EFSKMS.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.kms import lacks_own_key, use_only_key

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "CKV_AWS_184",
        "6d087495-2a42-4735-abf7-02ef5660a7e6",
        "25d251f3-f348-4f95-845c-1090e41a615c",
        "AC_AWS_0098",
        "AWS.EFS.EncryptionandKeyManagement.High.0410",
        "bd77554e-f138-40c5-91b2-2a09f878608e",
        "bdecd6db-2600-47dd-a10c-72c97cf17ae9",
    ),
    default=False,
)


@rule.on("aws_efs_file_system")
def check(system: Resource) -> Iterator[Finding]:
    key = system["kms_key_id"]
    if lacks_own_key(key):
        yield rule.found(key, f"{system} is encrypted with a key that AWS keeps", fix=use_only_key(system, key))
