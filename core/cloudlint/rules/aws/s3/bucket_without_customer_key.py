r"""S3 bucket is not encrypted with a key of your own.

Keys that AWS manages have policies that you cannot change: you can neither shut out a role, nor share with an
account, nor revoke the key in an emergency. Regulated data usually asks for a key of your own.

## Bad
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "reports" {
  bucket = aws_s3_bucket.reports.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256" # the default
    }
  }
}
```
## Good
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "reports" {
  bucket = aws_s3_bucket.reports.id

  rule {
    apply_server_side_encryption_by_default {
      kms_master_key_id = aws_kms_key.reports.arn
      sse_algorithm     = "aws:kms"
    }
  }
}

resource "aws_kms_key" "reports" {
  enable_key_rotation = true
}
```
## Fix
Which key, and who may use it, is for people to decide.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule, Value

from ._shared import ENCRYPTION, bucket_of, has_companion

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
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
        "AWS-0132",
        "aws-s3-encryption-customer-key",
        "AVD-AWS-0132",
    ),
    default=False,
)

DEFAULT = "rule.apply_server_side_encryption_by_default"


@rule.on("aws_s3_bucket")
def bare(bucket: Resource) -> Iterator[Finding]:
    inline = bucket["server_side_encryption_configuration"]
    if inline.absent:
        if not has_companion(bucket, ENCRYPTION):
            yield rule.found(bucket, f"{bucket} is encrypted with a key that AWS manages")
    else:
        yield from _keyless(bucket, bucket.each(f"server_side_encryption_configuration.{DEFAULT}.kms_master_key_id"))


@rule.on(ENCRYPTION)
def configured(companion: Resource) -> Iterator[Finding]:
    yield from _keyless(bucket_of(companion), companion.each(f"{DEFAULT}.kms_master_key_id"))


def _keyless(bucket: Resource, keys: tuple[Value, ...]) -> Iterator[Finding]:
    for key in keys:
        if key.absent or key.one_of(("", "alias/aws/s3")):
            yield rule.found(key, f"{bucket} is encrypted with a key that AWS manages", about=bucket)
