r"""Firehose delivery stream keeps its records unencrypted.

Records wait in the stream until they can be delivered, up to a day where the target is down. Unencrypted, they are
protected by permissions alone.

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
    enabled = false # for now
  }
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
    enabled = true # for now
  }
}

variable "role_arn" {
  type = string
}

variable "bucket_arn" {
  type = string
}
```
## Bad
```terraform
resource "aws_kinesis_firehose_delivery_stream" "clicks" {
  name        = "clicks"
  destination = "extended_s3"

  extended_s3_configuration {
    role_arn   = var.role_arn
    bucket_arn = var.bucket_arn
  }
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
    enabled = true
  }
}

variable "role_arn" {
  type = string
}

variable "bucket_arn" {
  type = string
}
```
## See
https://docs.aws.amazon.com/firehose/latest/dev/encryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, SAFE, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.kms import use_only_key

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N",
    fixes=SAFE,
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
        "CKV_AWS_240",
        "7f65be75-90ab-4036-8c2a-410aef7bb650",
        "5c6dd5e7-1fe0-4cae-8f81-4c122717cef3",
        "AC_AWS_0156",
        "AWS.Kinesis.EncryptionandKeyManagement.High.0411",
    ),
)

KINDS = ("AWS_OWNED_CMK", "CUSTOMER_MANAGED_CMK")


@rule.on("aws_kinesis_firehose_delivery_stream")
def check(stream: Resource) -> Iterator[Finding]:
    # A delivery stream that reads from another stream keeps nothing of its own.
    if not stream["kinesis_source_configuration"].absent or not stream["msk_source_configuration"].absent:
        return
    message = "{resource} keeps its records unencrypted"
    yield from rule.expect(stream, "server_side_encryption.enabled", True, message=message)
    kind, key = stream["server_side_encryption.key_type"], stream["server_side_encryption.key_arn"]
    if kind.text is not None and kind.text not in KINDS:
        yield rule.found(kind, f"{stream} asks for a kind of key that there is not")
    elif kind.equals("CUSTOMER_MANAGED_CMK") and not key.refers and key.absent:
        yield rule.found(
            kind, f"{stream} asks for a key of yours, but names none", fix=use_only_key(stream, key), safety=UNSAFE
        )
