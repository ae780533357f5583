r"""S3 bucket policy lets any principal delete objects.

Deleting is how extortion works: copy, delete, ask for money. Where the principal is `*`, only the conditions of the
statement decide who deletes.

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
        Principal = "*"
        Action    = "s3:DeleteObject" # office
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

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.iam_policy import open_principals

from ._shared import bucket_of, granted, statements

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:N",
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
        "6fa44721-ef21-41c6-8665-330d59461163",
        "acc78859-765e-4011-a229-a65ea57db252",
        "ffdf4b37-7703-4dfe-a682-9d2e99bc6c09",
    ),
    default=False,
)


@rule.on("aws_s3_bucket", "aws_s3_bucket_policy")
def check(holder: Resource) -> Iterator[Finding]:
    for policy, statement in statements(holder):
        action = granted(statement, "DeleteObject")
        if action is not None and open_principals(statement):
            bucket = bucket_of(holder)
            fix = statement.value.remove() if len(policy.statements) > 1 else None
            yield rule.found(action, f"The policy of {bucket} lets any principal delete objects", fix=fix, about=bucket)
