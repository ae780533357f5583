r"""S3 bucket keeps no earlier versions of its objects.

Without versions an overwritten or deleted object is gone, be it by a slip, by a faulty script or by somebody who then
asks for money. Versions are the cheapest way back.

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

resource "aws_s3_bucket_versioning" "reports" {
  bucket = aws_s3_bucket.reports.id

  versioning_configuration {
    status = "Enabled"
  }
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
      VersioningConfiguration:
        Status: Enabled
```
## Fix
Unsafe: versioning can be suspended later but never taken back, and old versions cost money until a lifecycle rule
expires them.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.resource import Plain
from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

from ._shared import bucket_of, has_companion, reference_to

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:L",
    fixes=UNSAFE,
    standards={
        "hipaa": ("164.308(a)(7)",),
        "nist-800-53": ("CP-9", "CP-10"),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.13",),
        "gdpr": ("32(1)(c)",),
        "nydfs-500": ("500.16",),
    },
    aliases=(
        "CKV_AWS_21",
        "AWS-0090",
        "aws-s3-enable-versioning",
        "AVD-AWS-0090",
        "9232306a-f839-40aa-b3ef-b352001da9a5",
        "a227ec01-f97a-4084-91a4-47b350c1db54",
        "568a4d22-3517-44a6-a7ad-6a7eed88722c",
        "AC_AWS_0214",
    ),
)

VERSIONING = "aws_s3_bucket_versioning"


@rule.on("aws_s3_bucket")
def bare(bucket: Resource) -> Iterator[Finding]:
    if not bucket["versioning"].absent:
        yield from rule.expect(bucket, "versioning.enabled", True, message="Versioning is off on {resource}")
    elif not has_companion(bucket, VERSIONING):
        content: dict[str, Plain] = {"bucket": reference_to(bucket), "versioning_configuration": {"status": "Enabled"}}
        fix = bucket.beside(VERSIONING, bucket.label, content)
        yield rule.found(bucket, f"{bucket} has no versioning", fix=fix)


@rule.on(VERSIONING)
def configured(companion: Resource) -> Iterator[Finding]:
    status = companion["versioning_configuration.status"]
    if status.one_of(("Disabled", "Suspended")):
        bucket = bucket_of(companion)
        yield rule.found(status, f"Versioning is off on {bucket}", fix=status.set("Enabled"), about=bucket)
