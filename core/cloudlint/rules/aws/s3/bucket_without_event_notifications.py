r"""S3 bucket tells nobody of what happens in it.

Notifications let a function or a queue react when objects come or go: scan an upload, raise an alarm at a mass
deletion. They are a building block and no protection by themselves, so this rule runs only when asked for.

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

resource "aws_s3_bucket_notification" "reports" {
  bucket      = aws_s3_bucket.reports.id
  eventbridge = true
}
```
## Fix
Who is told of what is for people to decide.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html
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
        "pci-dss-4.0": ("10.4.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("SI-4",),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.16",),
        "nydfs-500": ("500.14",),
    },
    aliases=("CKV2_AWS_62",),
    default=False,
)


@rule.on("aws_s3_bucket")
def check(bucket: Resource) -> Iterator[Finding]:
    if not has_companion(bucket, "aws_s3_bucket_notification"):
        yield rule.found(bucket, f"{bucket} has no event notifications")
