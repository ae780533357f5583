r"""Public access block lets new public ACLs through.

Without this setting S3 accepts ACLs that open the bucket or single objects to everyone, and a single upload with the
wrong canned ACL is enough.

## Bad
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_public_access_block" "reports" {
  bucket                  = aws_s3_bucket.reports.id
  block_public_acls       = false # until the audit
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
```
## Good
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_public_access_block" "reports" {
  bucket                  = aws_s3_bucket.reports.id
  block_public_acls       = true # until the audit
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
```
## Bad
```cloudformation
Resources:
  Reports:
    Type: AWS::S3::Bucket
    Properties:
      PublicAccessBlockConfiguration:
        BlockPublicPolicy: true
        IgnorePublicAcls: true
        RestrictPublicBuckets: true
```
## Good
```cloudformation
Resources:
  Reports:
    Type: AWS::S3::Bucket
    Properties:
      PublicAccessBlockConfiguration:
        BlockPublicPolicy: true
        IgnorePublicAcls: true
        RestrictPublicBuckets: true
        BlockPublicAcls: true
```
## Fix
Unsafe: uploads that carry a public ACL fail from then on.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

from ._shared import ACCESS_BLOCK, access_block_setting

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:N",
    fixes=UNSAFE,
    standards={
        "cis-aws-3.0": ("2.1.4",),
        "pci-dss-4.0": ("7.2.1",),
        "hipaa": ("164.312(a)(1)",),
        "nist-800-53": ("AC-3", "AC-6"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.3",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV_AWS_53",
        "CKV2_AWS_6",
        "AWS-0086",
        "aws-s3-block-public-acls",
        "AVD-AWS-0086",
        "48f100d9-f499-4c6d-b2b8-deafe47ffb26",
        "d0cc8694-fcad-43ff-ac86-32331d7e867f",
    ),
)


@rule.on(ACCESS_BLOCK, "aws_s3_account_public_access_block")
def check(block: Resource) -> Iterator[Finding]:
    yield from access_block_setting(rule, block, "block_public_acls", "accepts public ACLs")
