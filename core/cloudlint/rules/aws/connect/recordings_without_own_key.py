r"""What a call centre stores in S3 is not encrypted with a key of your own.

Calls hold names, numbers and worries of customers. Only with a key of your own can you decide who may use it, see
each use, and shut everything off at once. The rule runs only when selected.

## Bad
```terraform
resource "aws_connect_instance_storage_config" "calls" {
  instance_id   = "aaaaaaaa-bbbb-cccc-dddd-111111111111"
  resource_type = "CALL_RECORDINGS"

  storage_config {
    storage_type = "S3"

    s3_config {
      bucket_name   = "example-calls"
      bucket_prefix = "recordings"
    }
  }
}
```
## Good
```terraform
resource "aws_connect_instance_storage_config" "calls" {
  instance_id   = "aaaaaaaa-bbbb-cccc-dddd-111111111111"
  resource_type = "CALL_RECORDINGS"

  storage_config {
    storage_type = "S3"

    s3_config {
      bucket_name   = "example-calls"
      bucket_prefix = "recordings"

      encryption_config {
        encryption_type = "KMS"
        key_id          = aws_kms_key.own.arn
      }
    }
  }
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}
```
## Fix
which key to use is for people to decide.
## See
https://docs.aws.amazon.com/connect/latest/adminguide/encryption-at-rest.html
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
    aliases=("CKV_AWS_270",),
    default=False,
)


@rule.on("aws_connect_instance_storage_config")
def check(storage: Resource) -> Iterator[Finding]:
    for place in storage.blocks("storage_config.s3_config"):
        key = place["encryption_config.key_id"]
        if lacks_own_key(key):
            yield rule.found(key, f"What {storage} keeps is not encrypted with a key of your own")
