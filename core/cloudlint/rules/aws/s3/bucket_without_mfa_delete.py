r"""S3 bucket lets versions be deleted without a second factor.

With stolen credentials an attacker deletes the versions too, and the way back is gone. MFA delete asks for a code of
the root user's device before a version goes. Buckets with lifecycle rules cannot have it and are left alone.

## Bad
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_versioning" "reports" {
  bucket = aws_s3_bucket.reports.id

  versioning_configuration {
    status     = "Enabled"
    mfa_delete = "Disabled"
  }
}
```
## Good
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_versioning" "reports" {
  bucket = aws_s3_bucket.reports.id
  mfa    = "arn:aws:iam::111122223333:mfa/root 123456"

  versioning_configuration {
    status     = "Enabled"
    mfa_delete = "Enabled"
  }
}
```
## Fix
Only the root user can switch it on, with the serial number and a current code of the MFA device.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import bucket_of, has_companion

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:L/A:N",
    standards={
        "cis-aws-3.0": ("2.1.2",),
        "hipaa": ("164.308(a)(7)",),
        "nist-800-53": ("CP-9", "CP-10"),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.13",),
        "gdpr": ("32(1)(c)",),
        "nydfs-500": ("500.16",),
    },
    aliases=(
        "AWS-0170",
        "aws-s3-require-mfa-delete",
        "AVD-AWS-0170",
        "c5b31ab9-0f26-4a49-b8aa-4cc064392f4d",
    ),
    default=False,
)

LIFECYCLE = "aws_s3_bucket_lifecycle_configuration"
VERSIONING = "aws_s3_bucket_versioning"


@rule.on("aws_s3_bucket")
def inline(bucket: Resource) -> Iterator[Finding]:
    if not bucket["lifecycle_rule"].absent or has_companion(bucket, LIFECYCLE):
        return
    if not bucket["versioning"].absent:
        yield from rule.expect(bucket, "versioning.mfa_delete", True, message=MESSAGE, fix=False)
    elif not has_companion(bucket, VERSIONING):
        yield rule.found(bucket, MESSAGE.format(resource=bucket))


@rule.on(VERSIONING)
def configured(companion: Resource) -> Iterator[Finding]:
    bucket = bucket_of(companion)
    if bucket.kind == "aws_s3_bucket" and has_companion(bucket, LIFECYCLE):
        return
    required = companion["versioning_configuration.mfa_delete"]
    if required.absent or required.equals("Disabled"):
        yield rule.found(required, MESSAGE.format(resource=bucket), about=bucket)


MESSAGE = "Versions in {resource} can be deleted without MFA"
