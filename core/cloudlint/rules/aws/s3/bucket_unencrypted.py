r"""S3 bucket does not say how its objects are encrypted.

Since January 2023 S3 encrypts every new object with a key of its own, so that nothing lies in plain text. What is
missing is the statement of intent: auditors ask for it, and objects from before 2023 may still be in the clear.

## Bad
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports" # quarterly
}
```
## Good
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports" # quarterly
}

resource "aws_s3_bucket_server_side_encryption_configuration" "reports" {
  bucket = aws_s3_bucket.reports.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}
```
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.resource import Plain
from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

from ._shared import ENCRYPTION, has_companion, reference_to

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
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
        "CKV_AWS_19",
        "AWS-0088",
        "aws-s3-enable-bucket-encryption",
        "AVD-AWS-0088",
        "594f54e7-f744-45ab-93e4-c6dbaf6cd571",
        "b2e8752c-3497-4255-98d2-e4ae5b46bbf5",
    ),
    default=False,
)


@rule.on("aws_s3_bucket")
def check(bucket: Resource) -> Iterator[Finding]:
    if not bucket["server_side_encryption_configuration"].absent or has_companion(bucket, ENCRYPTION):
        return
    content: dict[str, Plain] = {
        "bucket": reference_to(bucket),
        "rule": {"apply_server_side_encryption_by_default": {"sse_algorithm": "AES256"}},
    }
    yield rule.found(
        bucket, f"{bucket} does not configure encryption", fix=bucket.beside(ENCRYPTION, bucket.label, content)
    )
