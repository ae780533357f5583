r"""S3 bucket does not log who accessed it.

After a leak the first question is who read what. CloudTrail does not record reads of objects unless told to; server
access logs cost next to nothing and answer it. Buckets that receive logs, of S3 or others, are left alone.

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

resource "aws_s3_bucket_logging" "reports" {
  bucket        = aws_s3_bucket.reports.id
  target_bucket = "name-of-the-log-bucket"
  target_prefix = "reports/"
}
```
## Bad
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket" "invoices" {
  bucket = "example-invoices"
}

resource "aws_s3_bucket_logging" "invoices" {
  bucket        = aws_s3_bucket.invoices.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "invoices/"
}

resource "aws_s3_bucket" "logs" {
  bucket = "example-logs"
}
```
## Good
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_logging" "reports" {
  bucket        = aws_s3_bucket.reports.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "reports/"
}

resource "aws_s3_bucket" "invoices" {
  bucket = "example-invoices"
}

resource "aws_s3_bucket_logging" "invoices" {
  bucket        = aws_s3_bucket.invoices.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "invoices/"
}

resource "aws_s3_bucket" "logs" {
  bucket = "example-logs"
}
```
## Bad
```cloudformation
Resources:
  Reports:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: example-reports
```
## Good
```cloudformation
Resources:
  Reports:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: example-reports
      LoggingConfiguration:
        DestinationBucketName: name-of-the-log-bucket
        LogFilePrefix: Reports/
```
## Fix
Manual: the bucket that takes the logs has to be named, unless the module has one already, and must let the service
`logging.s3.amazonaws.com` write.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.resource import Plain
from cloudlint.rule import LOW, MANUAL, Finding, Resource, Rule

from ._shared import has_companion, reference_to

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    fixes=MANUAL,
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
UNKNOWN_TARGET = "name-of-the-log-bucket"


@rule.on("aws_s3_bucket")
def check(bucket: Resource) -> Iterator[Finding]:
    if not bucket["logging"].absent or has_companion(bucket, LOGGING) or _receives_logs(bucket):
        return
    content: dict[str, Plain] = {
        "bucket": reference_to(bucket),
        "target_bucket": _target(bucket),
        "target_prefix": f"{bucket.label}/",
    }
    fix = bucket.beside(LOGGING, bucket.label, content)
    yield rule.found(bucket, f"{bucket} does not log access", fix=fix)


def _receives_logs(bucket: Resource) -> bool:
    """A log of the log would grow for ever."""
    if bucket["acl"].equals("log-delivery-write") or bucket.linked(LOGGING, "target_bucket"):
        return True
    return bool(bucket.linked("aws_s3_bucket", "logging.target_bucket"))


def _target(bucket: Resource) -> Plain:
    """The one bucket of the same module that takes logs already."""
    module = bucket.address.removesuffix(f"{bucket.kind}.{bucket.label}")
    logs = (LOGGING, "target_bucket"), (bucket.kind, "logging.target_bucket")
    targets = [target for kind, via in logs for target in bucket.graph.links(kind, via).targets]
    takers = {
        id(target): target
        for target in targets
        if target.kind == bucket.kind and target.address == f"{module}{target.kind}.{target.label}"
    }
    return reference_to(next(iter(takers.values()))) if len(takers) == 1 else UNKNOWN_TARGET
