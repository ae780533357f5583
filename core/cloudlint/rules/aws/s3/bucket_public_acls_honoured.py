r"""Public access block leaves existing public ACLs in force.

Public ACLs that are already on the bucket or on old objects stay in force until S3 is told to ignore them, and nobody
lists the ACLs of a million objects.

## Bad
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_public_access_block" "reports" {
  bucket                  = aws_s3_bucket.reports.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = false # until the audit
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
  block_public_policy     = true
  ignore_public_acls      = true # until the audit
  restrict_public_buckets = true
}
```
## Fix
Unsafe: readers who came in through a public ACL are refused from then on.
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
        "CKV_AWS_55",
        "AWS-0091",
        "aws-s3-ignore-public-acls",
        "AVD-AWS-0091",
        "6c8d51af-218d-4bfb-94a9-94eabaa0703a",
        "4fa66806-0dd9-4f8d-9480-3174d39c7c91",
    ),
)


@rule.on(ACCESS_BLOCK, "aws_s3_account_public_access_block")
def check(block: Resource) -> Iterator[Finding]:
    yield from access_block_setting(rule, block, "ignore_public_acls", "honours the public ACLs it has")
