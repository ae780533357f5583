r"""S3 bucket policy refuses everything to everyone.

A Deny wins over every Allow. One that names everyone, every action and the bucket itself locks out its own
administrators: nobody but the root user of the account can change the policy any more.

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
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*" # quarantine
        Resource  = [aws_s3_bucket.reports.arn, "${aws_s3_bucket.reports.arn}/*"]
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
Unsafe: the statement is taken away, and what it refused is decided by the other statements.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule, Value
from cloudlint.vocabulary.iam_policy import covering_action, literal

from ._shared import bucket_of, statements

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:H/UI:N/S:U/C:N/I:N/A:H",
    fixes=UNSAFE,
    standards={
        "nist-800-53": ("CP-10",),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.14",),
        "gdpr": ("32(1)(c)",),
    },
    aliases=("CKV_AWS_93",),
)


@rule.on("aws_s3_bucket", "aws_s3_bucket_policy")
def check(holder: Resource) -> Iterator[Finding]:
    for policy, statement in statements(holder):
        action = covering_action(statement, "s3:*")
        # Without a resource the policy is not complete yet; it is meant for the bucket that it stands at.
        about_the_bucket = not statement.resources or any(map(_is_a_bucket, statement.resources))
        if not statement.denies or action is None or statement.conditions or not about_the_bucket:
            continue
        if any(
            principal.type in ("*", "AWS") and literal(principal.value) == "*" for principal in statement.principals
        ):
            bucket = bucket_of(holder)
            fix = statement.value.remove() if len(policy.statements) > 1 else None
            yield rule.found(action, f"The policy of {bucket} locks everyone out", fix=fix, about=bucket)


def _is_a_bucket(target: Value) -> bool:
    """May the bucket itself be meant, and not only objects in it?"""
    text = target.known or "".join(str(piece.data) for piece in target.pieces if piece.data is not None)
    return "/" not in str(text or "")
