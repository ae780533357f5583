r"""CloudTrail writes its logs into a bucket that does not log access.

Who read the audit log, and who deleted from it, is what an investigator wants to know first. Only the access log of
the bucket itself answers that.

## Bad
```terraform
resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = aws_s3_bucket.trail.id
}

resource "aws_s3_bucket" "trail" {
  bucket = "example-trail"
}
```
## Good
```terraform
resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = aws_s3_bucket.trail.id
}

resource "aws_s3_bucket" "trail" {
  bucket = "example-trail"
}

resource "aws_s3_bucket_logging" "trail" {
  bucket        = aws_s3_bucket.trail.id
  target_bucket = "example-access-logs"
  target_prefix = "trail/"
}
```
## Fix
Which bucket takes the access logs is for people to decide.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import log_bucket

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "cis-aws-3.0": ("3.4",),
        "pci-dss-4.0": ("10.2.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("AU-2", "AU-12"),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.15",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.06",),
    },
    aliases=(
        "AWS-0163",
        "aws-cloudtrail-require-bucket-access-logging",
        "AVD-AWS-0163",
        "c3ce69fd-e3df-49c6-be78-1db3f802261c",
        "ee9e50e8-b2ed-4176-ad42-8fc0cf7593f4",
    ),
)


@rule.on("aws_cloudtrail")
def check(trail: Resource) -> Iterator[Finding]:
    bucket = log_bucket(trail)
    if bucket is not None and bucket["logging"].absent and bucket.lacks("aws_s3_bucket_logging", "bucket"):
        message = f"{bucket} holds the logs of {trail} and does not log access"
        yield rule.found(bucket, message, related=[(trail, "the trail that writes into it")])
