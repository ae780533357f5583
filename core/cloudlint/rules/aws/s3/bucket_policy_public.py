r"""S3 bucket policy lets everyone in.

A statement that allows something to the principal `*`, and has no condition that ties the caller to an account or a
network, is meant for the whole internet. Most leaks from S3 begin with such a statement that was written for a test.

## Bad
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_policy" "reports" {
  bucket = aws_s3_bucket.reports.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:role/reporting" }
        Action    = "s3:GetObject"
        Resource  = "${aws_s3_bucket.reports.arn}/*"
      },
      {
        Effect    = "Allow"
        Principal = "*" # for the demo
        Action    = "s3:GetObject"
        Resource  = "${aws_s3_bucket.reports.arn}/*"
      }
    ]
  })
}
```
## Good
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_policy" "reports" {
  bucket = aws_s3_bucket.reports.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:role/reporting" }
        Action    = "s3:GetObject"
        Resource  = "${aws_s3_bucket.reports.arn}/*"
      }
    ]
  })
}
```
## Fix
Unsafe: the statement is taken away, and whoever came in through it is refused from then on. Where it is the only
statement there is no fix: delete the policy, or name who may come in.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.iam_conditions import public_principals

from ._shared import bucket_of, statements

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("7.2.1",),
        "hipaa": ("164.312(a)(1)",),
        "nist-800-53": ("AC-3", "AC-6"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.3",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV_AWS_70",
        "AC_AWS_0219",
        "AC_AWS_0220",
        "AC_AWS_0221",
        "AC_AWS_0224",
        "AC_AWS_0217",
        "AC_AWS_0218",
    ),
)


@rule.on("aws_s3_bucket", "aws_s3_bucket_policy")
def check(holder: Resource) -> Iterator[Finding]:
    for policy, statement in statements(holder):
        for principal in public_principals(statement):
            bucket = bucket_of(holder)
            # A policy needs a statement: the only one cannot be taken away.
            fix = statement.value.remove() if len(policy.statements) > 1 else None
            yield rule.found(principal, f"The policy of {bucket} lets everyone in", fix=fix, about=bucket)
