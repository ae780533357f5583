r"""S3 bucket policy names everyone and leaves it to conditions to narrow that down.

With the principal `*` a condition is all that stands between the bucket and the internet: a typing error in it, or a
condition that somebody deletes later, publishes the bucket. Teams that name their principals need not read
conditions.

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
        Principal = "*" # office
        Action    = "s3:GetObject"
        Resource  = "${aws_s3_bucket.reports.arn}/*"
        Condition = { IpAddress = { "aws:SourceIp" = "203.0.113.0/24" } }
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
Unsafe: the statement is taken away, and whoever came in through it is refused from then on.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.iam_policy import open_principals

from ._shared import bucket_of, statements

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N",
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
        "3ab1f27d-52cc-4943-af1d-43c1939e739a",
        "7772bb8c-c0f3-42d4-8e4e-f1b8939ad085",
        "7af43613-6bb9-4a0e-8c4d-1314b799425e",
    ),
    default=False,
)


@rule.on("aws_s3_bucket", "aws_s3_bucket_policy")
def check(holder: Resource) -> Iterator[Finding]:
    for policy, statement in statements(holder):
        for principal in open_principals(statement):
            bucket = bucket_of(holder)
            fix = statement.value.remove() if len(policy.statements) > 1 else None
            yield rule.found(principal, f"The policy of {bucket} allows something to `*`", fix=fix, about=bucket)
