r"""Kinesis video stream is not encrypted with a key of your own.

The key that AWS keeps cannot be restricted, shared with another account or revoked. With a key of your own, its
policy decides once more who may read the data, and every use of it is on record.

## Bad
```terraform
resource "aws_kinesis_video_stream" "door" {
  name                    = "door"
  data_retention_in_hours = 24 # as agreed
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}
```
## Good
```terraform
resource "aws_kinesis_video_stream" "door" {
  name                    = "door"
  data_retention_in_hours = 24 # as agreed
  kms_key_id              = aws_kms_key.orders.id
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}
```
## Fix
Unsafe: the stream is replaced, and who watches needs permission for the key. The fix is offered where the module has
exactly one key.
## See
https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/how-kms.html
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
    aliases=("CKV_AWS_177",),
    default=False,
)


@rule.on("aws_kinesis_video_stream")
def check(stream: Resource) -> Iterator[Finding]:
    key = stream["kms_key_id"]
    if lacks_own_key(key):
        yield rule.found(key, f"{stream} is encrypted with a key that AWS keeps", fix=use_only_key(stream, key, "id"))
