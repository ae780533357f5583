r"""S3 bucket has no public access block of its own.

A public access block is the safety net below every policy and ACL: with it, one careless statement does not publish
the bucket. AWS sets one on buckets made since April 2023, but an older bucket has none, and nothing in the code keeps
somebody from taking it away.

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

resource "aws_s3_bucket_public_access_block" "reports" {
  bucket                  = aws_s3_bucket.reports.id
  block_public_acls       = true
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
      BucketName: example-reports # quarterly
```
## Good
```cloudformation
Resources:
  Reports:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: example-reports # quarterly
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        BlockPublicPolicy: true
        IgnorePublicAcls: true
        RestrictPublicBuckets: true
```
## Fix
Unsafe: a bucket that is public on purpose is closed.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

from ._shared import ACCESS_BLOCK, has_companion, reference_to

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
        "CKV2_AWS_6",
        "AWS-0094",
        "aws-s3-specify-public-access-block",
        "AVD-AWS-0094",
        # Without the block, each of its settings is off.
        "CKV_AWS_53",
        "CKV_AWS_54",
        "CKV_AWS_55",
        "CKV_AWS_56",
        "AWS-0086",
        "aws-s3-block-public-acls",
        "AVD-AWS-0086",
        "AWS-0087",
        "aws-s3-block-public-policy",
        "AVD-AWS-0087",
        "AWS-0091",
        "aws-s3-ignore-public-acls",
        "AVD-AWS-0091",
        "AWS-0093",
        "aws-s3-no-public-buckets",
        "AVD-AWS-0093",
        "48f100d9-f499-4c6d-b2b8-deafe47ffb26",
        "860ba89b-b8de-4e72-af54-d6aee4138a69",
        "6c8d51af-218d-4bfb-94a9-94eabaa0703a",
        "350cd468-0e2c-44ef-9d22-cfb73a62523c",
    ),
)


@rule.on("aws_s3_bucket")
def check(bucket: Resource) -> Iterator[Finding]:
    if has_companion(bucket, ACCESS_BLOCK):
        return
    settings = ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets")
    fix = bucket.beside(ACCESS_BLOCK, bucket.label, {"bucket": reference_to(bucket), **dict.fromkeys(settings, True)})
    yield rule.found(bucket, f"{bucket} has no public access block", fix=fix)
