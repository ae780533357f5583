r"""S3 bucket does not log who accessed it.

After a leak the first question is who read what. CloudTrail does not record reads of objects unless told to; server
access logs cost next to nothing and answer it. Buckets that receive logs, of S3 or others, are left alone.

## Bad
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}
```
## Good
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket" "logs" {
  bucket = "example-logs"
}

resource "aws_s3_bucket_logging" "reports" {
  bucket        = aws_s3_bucket.reports.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "reports/"
}
```
## Fix
Which bucket takes the logs, and for how long, is for people to decide.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import has_companion

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("10.2.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("AU-2", "AU-12"),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.15",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.06",),
    },
    aliases=(
        "CKV_AWS_18",
        "AWS-0089",
        "aws-s3-enable-logging",
        "AVD-AWS-0089",
        "c3b9f7b0-f5a0-49ec-9cbc-f1e346b7274d",
        "4552b71f-0a2a-4bc4-92dd-ed7ec1b4674c",
        "f861041c-8c9f-4156-acfc-5e6e524f5884",
        "AC_AWS_0497",
    ),
)

LOGGING = "aws_s3_bucket_logging"


@rule.on("aws_s3_bucket")
def check(bucket: Resource) -> Iterator[Finding]:
    if not bucket["logging"].absent or has_companion(bucket, LOGGING) or _receives_logs(bucket):
        return
    yield rule.found(bucket, f"{bucket} does not log access")


def _receives_logs(bucket: Resource) -> bool:
    """A log of the log would grow for ever."""
    if bucket["acl"].equals("log-delivery-write") or bucket.linked(LOGGING, "target_bucket"):
        return True
    return bool(bucket.linked("aws_s3_bucket", "logging.target_bucket"))
