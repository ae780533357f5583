r"""S3 lifecycle never clears away unfinished uploads.

The parts of an upload that broke off are in no listing, yet they stay and cost money until somebody aborts the
upload. One enabled rule without a filter does that for the whole bucket.

## Bad
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_lifecycle_configuration" "reports" {
  bucket = aws_s3_bucket.reports.id

  rule {
    id     = "old-reports"
    status = "Enabled"

    filter {
      prefix = "old/"
    }

    expiration {
      days = 90 # three months
    }
  }
}
```
## Good
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_lifecycle_configuration" "reports" {
  bucket = aws_s3_bucket.reports.id

  rule {
    id     = "old-reports"
    status = "Enabled"

    filter {
      prefix = "old/"
    }

    expiration {
      days = 90 # three months
    }
  }

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
Unsafe: uploads that are not complete after seven days are broken off.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.resource import Plain
from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule, Value

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:N/A:L",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("3.2.1",),
        "nist-800-53": ("SI-12",),
        "soc-2": ("C1.2",),
        "iso-27001": ("A.8.10",),
        "gdpr": ("5(1)(e)",),
    },
    aliases=("CKV_AWS_300",),
)


@rule.on("aws_s3_bucket_lifecycle_configuration")
def check(lifecycle: Resource) -> Iterator[Finding]:
    aborted = any(_aborts(block) for block in lifecycle.blocks("rule"))
    if aborted or lifecycle["rule"].unknown or lifecycle["rule"].open:
        return
    content: dict[str, Plain] = {
        "id": "abort-incomplete-uploads",
        "status": "Enabled",
        "filter": {},
        "abort_incomplete_multipart_upload": {"days_after_initiation": 7},
    }
    message = f"{lifecycle} has no rule that aborts unfinished uploads in the whole bucket"
    yield rule.found(lifecycle, message, fix=lifecycle.add("rule", content))


def _aborts(block: Value) -> bool:
    """Does a lifecycle rule abort uploads everywhere? What is not known about it counts as yes."""
    days = block["abort_incomplete_multipart_upload.days_after_initiation"]
    if days.absent or block["status"].equals("Disabled"):
        return False
    return _empty(block["prefix"]) and all(_unfiltered(part) for part in block.blocks("filter"))


def _unfiltered(part: Value) -> bool:
    narrowing = ("and", "tag", "object_size_greater_than", "object_size_less_than")
    return _empty(part["prefix"]) and all(_empty(part[name]) for name in narrowing)


def _empty(value: Value) -> bool:
    return value.absent or value.unknown or value.one_of(("", [], 0))
