r"""S3 bucket is not encrypted through KMS.

With keys that S3 keeps for itself, whoever may read an object also decrypts it. A KMS key is a second permission:
every use is in CloudTrail, and taking the key away takes the data away.

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
      sse_algorithm = "aws:kms" # the default
    }
  }
}
```
## Fix
Unsafe: new objects are encrypted with the key `aws/s3`, which other accounts cannot use and which costs money at each
request. A bucket without any configuration gets no fix: choose a key first.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule, Value

from ._shared import ENCRYPTION, bucket_of, has_companion

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
        "CKV_AWS_145",
        "AC_AWS_0207",
    ),
    default=False,
)

ALGORITHM = "rule.apply_server_side_encryption_by_default.sse_algorithm"


@rule.on("aws_s3_bucket")
def bare(bucket: Resource) -> Iterator[Finding]:
    inline = bucket["server_side_encryption_configuration"]
    if inline.absent:
        if not has_companion(bucket, ENCRYPTION):
            yield rule.found(bucket, f"{bucket} is encrypted with a key of S3, not of KMS")
    else:
        yield from _other(bucket, bucket.each(f"server_side_encryption_configuration.{ALGORITHM}"))


@rule.on(ENCRYPTION)
def configured(companion: Resource) -> Iterator[Finding]:
    yield from _other(bucket_of(companion), companion.each(ALGORITHM))


def _other(bucket: Resource, algorithms: tuple[Value, ...]) -> Iterator[Finding]:
    for algorithm in algorithms:
        if algorithm.equals("AES256") or algorithm.absent:
            message = f"{bucket} is encrypted with a key of S3, not of KMS"
            yield rule.found(algorithm, message, fix=algorithm.set("aws:kms"), about=bucket)
