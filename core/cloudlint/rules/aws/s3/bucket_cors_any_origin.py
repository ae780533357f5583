r"""S3 bucket lets scripts of any website read from it with any header.

With every origin and every request header allowed, any page that a user visits can fetch what that user may read. For
public files that is meant, so this rule runs only when asked for.

## Bad
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_cors_configuration" "reports" {
  bucket = aws_s3_bucket.reports.id

  cors_rule {
    allowed_headers = ["*"]
    allowed_methods = ["GET"]
    allowed_origins = ["*"]
  }
}
```
## Good
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_cors_configuration" "reports" {
  bucket = aws_s3_bucket.reports.id

  cors_rule {
    allowed_headers = ["*"]
    allowed_methods = ["GET"]
    allowed_origins = ["https://app.example.com"]
  }
}
```
## Fix
Which origins may read is for people to decide.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import bucket_of

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
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
        "3505094c-f77c-4ba0-95da-f83db712f86c",
        "3609d27c-3698-483a-9402-13af6ae80583",
        "98a8f708-121b-455b-ae2f-da3fb59d17e1",
    ),
    default=False,
)


@rule.on("aws_s3_bucket", "aws_s3_bucket_cors_configuration")
def check(holder: Resource) -> Iterator[Finding]:
    for cors in holder.blocks("cors_rule"):
        headers = cors["allowed_headers"].items()
        for origin in cors["allowed_origins"].items():
            if origin.equals("*") and any(header.equals("*") for header in headers):
                bucket = bucket_of(holder)
                message = f"Pages of any origin may read from {bucket} with any header"
                yield rule.found(origin, message, about=bucket)
