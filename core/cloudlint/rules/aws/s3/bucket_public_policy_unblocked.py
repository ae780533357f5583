r"""Public access block lets new public policies through.

Without this setting S3 accepts a bucket policy that names everyone, so that one wrong principal publishes all objects
at once.

## Bad
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_public_access_block" "reports" {
  bucket                  = aws_s3_bucket.reports.id
  block_public_acls       = true
  block_public_policy     = false # until the audit
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
  block_public_acls       = true
  block_public_policy     = true # until the audit
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
        BlockPublicAcls: true
        BlockPublicPolicy: false # until the site has moved
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
        BlockPublicAcls: true
        BlockPublicPolicy: true # until the site has moved
        IgnorePublicAcls: true
        RestrictPublicBuckets: true
```
## Fix
Unsafe: a later change of the policy is refused while the policy is public.
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
        "CKV_AWS_54",
        "CKV2_AWS_6",
        "AWS-0087",
        "aws-s3-block-public-policy",
        "AVD-AWS-0087",
        "860ba89b-b8de-4e72-af54-d6aee4138a69",
        "1a4bc881-9f69-4d44-8c9a-d37d08f54c50",
    ),
)


@rule.on(ACCESS_BLOCK, "aws_s3_account_public_access_block")
def check(block: Resource) -> Iterator[Finding]:
    yield from access_block_setting(rule, block, "block_public_policy", "accepts public policies")
