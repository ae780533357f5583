r"""S3 bucket keeps everything for ever.

What is never deleted can be stolen for ever, and is paid for every month. A lifecycle configuration says how long
objects, their old versions and the parts of broken uploads stay.

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

resource "aws_s3_bucket_lifecycle_configuration" "reports" {
  bucket = aws_s3_bucket.reports.id

  rule {
    id     = "abort-incomplete-uploads"
    status = "Enabled"

    filter {}

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}
```
## Fix
Unsafe: uploads that are not complete after seven days are broken off. How long the objects themselves stay is left to
people.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.resource import Plain
from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

from ._shared import has_companion, reference_to

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("3.2.1",),
        "nist-800-53": ("SI-12",),
        "soc-2": ("C1.2",),
        "iso-27001": ("A.8.10",),
        "gdpr": ("5(1)(e)",),
    },
    aliases=("CKV2_AWS_61",),
    default=False,
)

LIFECYCLE = "aws_s3_bucket_lifecycle_configuration"


@rule.on("aws_s3_bucket")
def check(bucket: Resource) -> Iterator[Finding]:
    if not bucket["lifecycle_rule"].absent or has_companion(bucket, LIFECYCLE):
        return
    aborting: dict[str, Plain] = {"id": "abort-incomplete-uploads", "status": "Enabled", "filter": {}}
    content: dict[str, Plain] = {
        "bucket": reference_to(bucket),
        "rule": {**aborting, "abort_incomplete_multipart_upload": {"days_after_initiation": 7}},
    }
    fix = bucket.beside(LIFECYCLE, bucket.label, content)
    yield rule.found(bucket, f"{bucket} has no lifecycle configuration", fix=fix)
