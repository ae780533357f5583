r"""S3 bucket lets scripts of any website change its objects.

A CORS rule for the origin `*` lets every page that a user happens to visit send requests to the bucket from that
user's browser. For reading public files that is meant; for writing and deleting it hardly ever is.

## Bad
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_cors_configuration" "reports" {
  bucket = aws_s3_bucket.reports.id

  cors_rule {
    allowed_methods = ["GET", "PUT"]
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
    allowed_methods = ["GET", "PUT"]
    allowed_origins = ["https://app.example.com"]
  }
}
```
## Fix
Which origins may write is for people to decide.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

from ._shared import bucket_of

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N",
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
)

WRITING = ("PUT", "POST", "DELETE", "*")


@rule.on("aws_s3_bucket", "aws_s3_bucket_cors_configuration")
def check(holder: Resource) -> Iterator[Finding]:
    for cors in holder.blocks("cors_rule"):
        methods = cors["allowed_methods"].items()
        for origin in cors["allowed_origins"].items():
            if origin.equals("*") and any(method.one_of(WRITING) for method in methods):
                bucket = bucket_of(holder)
                message = f"Pages of any origin may change objects in {bucket}"
                yield rule.found(origin, message, about=bucket)
