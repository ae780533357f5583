r"""Firehose delivery stream is not encrypted with a key of your own.

The key that AWS owns cannot be restricted or revoked, and its use is in no log of yours.

## Bad
```terraform
resource "aws_kinesis_firehose_delivery_stream" "clicks" {
  name        = "clicks"
  destination = "extended_s3"

  extended_s3_configuration {
    role_arn   = var.role_arn
    bucket_arn = var.bucket_arn
  }

  server_side_encryption {
    enabled  = true
    key_type = "AWS_OWNED_CMK" # the default
  }
}

resource "aws_kms_key" "clicks" {
  enable_key_rotation = true
}

variable "role_arn" {
  type = string
}

variable "bucket_arn" {
  type = string
}
```
## Good
```terraform
resource "aws_kinesis_firehose_delivery_stream" "clicks" {
  name        = "clicks"
  destination = "extended_s3"

  extended_s3_configuration {
    role_arn   = var.role_arn
    bucket_arn = var.bucket_arn
  }

  server_side_encryption {
    enabled  = true
    key_type = "CUSTOMER_MANAGED_CMK" # the default
    key_arn  = aws_kms_key.clicks.arn
  }
}

resource "aws_kms_key" "clicks" {
  enable_key_rotation = true
}

variable "role_arn" {
  type = string
}

variable "bucket_arn" {
  type = string
}
```
## Fix
Unsafe: producers need permission for the key from then on. The fix is offered where the stream is encrypted with
another key and the module has exactly one.
## See
https://docs.aws.amazon.com/firehose/latest/dev/encryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.kms import lacks_own_key, only_key

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
    aliases=("CKV_AWS_241",),
    default=False,
)


@rule.on("aws_kinesis_firehose_delivery_stream")
def check(stream: Resource) -> Iterator[Finding]:
    # A delivery stream that reads from another stream keeps nothing of its own.
    if not stream["kinesis_source_configuration"].absent or not stream["msk_source_configuration"].absent:
        return
    settings = stream["server_side_encryption"]
    kind, key = settings["key_type"], settings["key_arn"]
    if kind.unknown or (kind.equals("CUSTOMER_MANAGED_CMK") and not lacks_own_key(key)):
        return
    own = None if settings.absent else only_key(stream)
    fix = settings.set_all({key.name: own, kind.name: "CUSTOMER_MANAGED_CMK"}) if own is not None else None
    yield rule.found(kind if kind.text else settings, f"{stream} is not encrypted with a key of your own", fix=fix)
