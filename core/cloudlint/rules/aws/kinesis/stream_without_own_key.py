r"""Kinesis stream is not encrypted with a key of your own.

The key that AWS keeps cannot be restricted, shared with another account or revoked. With a key of your own, its
policy decides once more who may read the data, and every use of it is on record.

## Bad
```terraform
resource "aws_kinesis_stream" "clicks" {
  name            = "clicks"
  shard_count     = 1
  encryption_type = "KMS"
  kms_key_id      = "alias/aws/kinesis" # the default
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}
```
## Good
```terraform
resource "aws_kinesis_stream" "clicks" {
  name            = "clicks"
  shard_count     = 1
  encryption_type = "KMS"
  kms_key_id      = aws_kms_key.orders.arn # the default
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}
```
## Fix
Unsafe: producers and consumers need permission for the key from then on. The fix is offered where the module has
exactly one key.
## See
https://docs.aws.amazon.com/streams/latest/dev/creating-using-sse-master-keys.html
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
        "CKV_AWS_185",
        "862fe4bf-3eec-4767-a517-40f378886b88",
        "AC_AWS_0157",
        "AWS.Kinesis.EncryptionandKeyManagement.High.0412",
        "f2ea6481-1d31-4d40-946a-520dc6321dd7",
    ),
    default=False,
)


@rule.on("aws_kinesis_stream")
def check(stream: Resource) -> Iterator[Finding]:
    key = stream["kms_key_id"]
    if lacks_own_key(key):
        yield rule.found(key, f"{stream} is encrypted with a key that AWS keeps", fix=use_only_key(stream, key))
