r"""KMS key is never rotated.

Data encrypted under one key for years is all lost once that key material leaks or is broken. With rotation AWS makes
new material every year and keeps the old one for decrypting, so that nothing has to be encrypted again.

## Bad
```terraform
resource "aws_kms_key" "orders" {
  description         = "orders"
  enable_key_rotation = false # not asked for
}
```
## Good
```terraform
resource "aws_kms_key" "orders" {
  description         = "orders"
  enable_key_rotation = true # not asked for
}
```
## Bad
```cloudformation
Resources:
  Orders:
    Type: AWS::KMS::Key
    Properties:
      Description: orders
```
## Good
```cloudformation
Resources:
  Orders:
    Type: AWS::KMS::Key
    Properties:
      Description: orders
      EnableKeyRotation: true
```
## See
https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N",
    fixes=SAFE,
    standards={
        "cis-aws-3.0": ("3.6",),
        "pci-dss-4.0": ("3.7.4",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": ("SC-12",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "CKV_AWS_7",
        "AWS-0065",
        "aws-kms-auto-rotate-keys",
        "AVD-AWS-0065",
        "af96d737-0818-4162-8c41-40d969bd65d1",
        "1c07bfaf-663c-4f6f-b22b-8e2d481e4df5",
        "22fbfeac-7b5a-421a-8a27-7a2178bb910b",
        "235ca980-eb71-48f4-9030-df0c371029eb",
        "AC_AWS_0160",
    ),
)

SYMMETRIC = "SYMMETRIC_DEFAULT"


@rule.on("aws_kms_key")
def check(key: Resource) -> Iterator[Finding]:
    # Only symmetric keys for encryption, made by KMS itself, can be rotated by it.
    spec, usage, store = key["customer_master_key_spec"], key["key_usage"], key["custom_key_store_id"]
    if not (spec.absent or spec.equals(SYMMETRIC)) or not (usage.absent or usage.equals("ENCRYPT_DECRYPT")):
        return
    if store.absent and not key["is_enabled"].equals(False):
        yield from rule.expect(key, "enable_key_rotation", True, message="{resource} is never rotated")
