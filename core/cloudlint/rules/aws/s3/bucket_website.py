r"""S3 bucket is served as a public website over plain HTTP.

The website endpoint of a bucket knows neither TLS nor permissions: it works only for objects that the whole internet
may read, and anybody on the way can change the pages. CloudFront in front of a private bucket serves the same site
with both.

## Bad
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_website_configuration" "reports" {
  bucket = aws_s3_bucket.reports.id

  index_document {
    suffix = "index.html"
  }
}
```
## Good
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}
```
## Fix
The site needs another way to its readers first, such as a CloudFront distribution.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

from ._shared import bucket_of

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:N",
    standards={
        "pci-dss-4.0": ("4.2.1",),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-8", "SC-8(1)"),
        "soc-2": ("CC6.7",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "90501b1b-cded-4cc1-9e8b-206b85cda317",
        "42bb6b7f-6d54-4428-b707-666f669d94fb",
        "AC_AWS_0208",
    ),
)


@rule.on("aws_s3_bucket")
def inline(bucket: Resource) -> Iterator[Finding]:
    for site in bucket.blocks("website"):
        yield rule.found(site, f"{bucket} is served as a website over plain HTTP")


@rule.on("aws_s3_bucket_website_configuration")
def companion(site: Resource) -> Iterator[Finding]:
    bucket = bucket_of(site)
    yield rule.found(site, f"{bucket} is served as a website over plain HTTP", about=bucket)
