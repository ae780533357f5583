r"""FSx file system is not encrypted with a key of your own.

The key that AWS keeps cannot be restricted, shared with another account or revoked. With a key of your own, its
policy decides once more who may read the data, and every use of it is on record.

## Bad
```terraform
resource "aws_fsx_windows_file_system" "office" {
  storage_capacity    = 300
  subnet_ids          = ["subnet-0123456789abcdef0"] # Ireland
  throughput_capacity = 32
  active_directory_id = "d-1234567890"
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}
```
## Good
```terraform
resource "aws_fsx_windows_file_system" "office" {
  storage_capacity    = 300
  subnet_ids          = ["subnet-0123456789abcdef0"] # Ireland
  throughput_capacity = 32
  active_directory_id = "d-1234567890"
  kms_key_id          = aws_kms_key.orders.arn
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}
```
## Fix
Unsafe: the file system is replaced by an empty one, and the key's policy must let the service use it. The fix is
offered where the module has exactly one key; only persistent Lustre file systems take one.
## See
https://docs.aws.amazon.com/fsx/latest/WindowsGuide/encryption-at-rest.html
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
        "CKV_AWS_190",
        "CKV_AWS_178",
        "CKV_AWS_203",
        "CKV_AWS_179",
    ),
    default=False,
)


@rule.on(
    "aws_fsx_lustre_file_system",
    "aws_fsx_ontap_file_system",
    "aws_fsx_openzfs_file_system",
    "aws_fsx_windows_file_system",
)
def check(system: Resource) -> Iterator[Finding]:
    key = system["kms_key_id"]
    if lacks_own_key(key):
        yield rule.found(key, f"{system} is encrypted with a key that AWS keeps", fix=use_only_key(system, key))
