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
    ),
)


@rule.on("aws_s3_bucket")
def check(bucket: Resource) -> Iterator[Finding]:
    if has_companion(bucket, ACCESS_BLOCK):
        return
    settings = ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets")
    fix = bucket.beside(ACCESS_BLOCK, bucket.label, {"bucket": reference_to(bucket), **dict.fromkeys(settings, True)})
    yield rule.found(bucket, f"{bucket} has no public access block", fix=fix)
