r"""Public access block leaves an existing public policy in force.

A public policy that is already there stays in force until public buckets are restricted to the account and to AWS
services.

## Bad
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_public_access_block" "reports" {
  bucket                  = aws_s3_bucket.reports.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = false # until the audit
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
  ignore_public_acls      = true
  restrict_public_buckets = true # until the audit
}
```
## Fix
Unsafe: readers who came in through a public policy are refused from then on, other accounts included.
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
        "CKV_AWS_56",
        "AWS-0093",
        "aws-s3-no-public-buckets",
        "AVD-AWS-0093",
        "350cd468-0e2c-44ef-9d22-cfb73a62523c",
        "1ec253ab-c220-4d63-b2de-5b40e0af9293",
    ),
)


@rule.on(ACCESS_BLOCK, "aws_s3_account_public_access_block")
def check(block: Resource) -> Iterator[Finding]:
    yield from access_block_setting(rule, block, "restrict_public_buckets", "stays open where its policy is public")
