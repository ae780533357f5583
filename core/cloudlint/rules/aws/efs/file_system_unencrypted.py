r"""EFS file system stores its files unencrypted.

Shared folders hold what people and programs put there: uploads, exports, backups, keys. Unencrypted, whoever gets
hold of a disk or a backup reads all of it.

## Bad
```terraform
resource "aws_efs_file_system" "uploads" {
  creation_token = "uploads"
  encrypted      = false # old one
}
```
## Good
```terraform
resource "aws_efs_file_system" "uploads" {
  creation_token = "uploads"
  encrypted      = true # old one
}
```
## Bad
```cloudformation
Resources:
  Shared:
    Type: AWS::EFS::FileSystem
    Properties:
      Encrypted: false # public data
```
## Good
```cloudformation
Resources:
  Shared:
    Type: AWS::EFS::FileSystem
    Properties:
      Encrypted: true # public data
```
## Fix
Unsafe: the file system is replaced by an empty one.
## See
https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "cis-aws-3.0": ("2.4.1",),
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "CKV_AWS_42",
        "AWS-0037",
        "aws-efs-enable-at-rest-encryption",
        "AVD-AWS-0037",
        "2ff8e83c-90e1-4d68-a300-6d652112e622",
        "48207659-729f-4b5c-9402-f884257d794f",
        "AC_AWS_0097",
        "AWS.EFS.EncryptionandKeyManagement.High.0409",
        "727c4fd4-d604-4df6-a179-7713d3c85e20",
        "72840c35-3876-48be-900d-f21b2f0c2ea1",
    ),
)


@rule.on("aws_efs_file_system")
def check(files: Resource) -> Iterator[Finding]:
    yield from rule.expect(files, "encrypted", True, message="{resource} stores its files unencrypted")
