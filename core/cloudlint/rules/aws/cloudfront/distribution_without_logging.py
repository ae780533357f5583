r"""CloudFront distribution keeps no access log.

Without a log nobody can tell an attack from a busy day, nor say afterwards what was fetched. Logs go to a bucket, or
to CloudWatch Logs through a delivery source.

## Bad
```terraform
resource "aws_cloudfront_distribution" "site" {
  enabled = true

  origin {
    domain_name              = "example-site.s3.eu-west-1.amazonaws.com"
    origin_id                = "site"
    origin_access_control_id = "E2QWRUHAPOMQZL"
  }

  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    cache_policy_id        = "658327ea-f89d-4fab-a63d-7e88639e58f6"
    target_origin_id       = "site"
    viewer_protocol_policy = "redirect-to-https"
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:111122223333:certificate/1234abcd-12ab-34cd-56ef-1234567890ab"
    minimum_protocol_version = "TLSv1.2_2021"
    ssl_support_method       = "sni-only"
  }
}
```
## Good
```terraform
resource "aws_cloudfront_distribution" "site" {
  enabled = true

  origin {
    domain_name              = "example-site.s3.eu-west-1.amazonaws.com"
    origin_id                = "site"
    origin_access_control_id = "E2QWRUHAPOMQZL"
  }

  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    cache_policy_id        = "658327ea-f89d-4fab-a63d-7e88639e58f6"
    target_origin_id       = "site"
    viewer_protocol_policy = "redirect-to-https"
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:111122223333:certificate/1234abcd-12ab-34cd-56ef-1234567890ab"
    minimum_protocol_version = "TLSv1.2_2021"
    ssl_support_method       = "sni-only"
  }

  logging_config {
    bucket = "example-logs.s3.amazonaws.com"
  }
}
```
## Fix
Where logs go, and for how long, is for people to decide.
## See
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("10.2.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("AU-2", "AU-12"),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.15",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.06",),
    },
    aliases=(
        "CKV_AWS_86",
        "AWS-0010",
        "aws-cloudfront-enable-logging",
        "AVD-AWS-0010",
        "d31cb911-bf5b-4eb6-9fc3-16780c77c7bd",
        "de77cd9f-0e8b-46cc-b4a4-b6b436838642",
        "7b590235-1ff4-421b-b9ff-5227134be9bb",
        "94690d79-b3b0-43de-b656-84ebef5753e5",
        "AC_AWS_0025",
    ),
)

DELIVERY = "aws_cloudwatch_log_delivery"
SOURCE = "aws_cloudwatch_log_delivery_source"


@rule.on("aws_cloudfront_distribution")
def check(distribution: Resource) -> Iterator[Finding]:
    config = distribution["logging_config"]
    if config.absent and not _delivers(distribution):
        yield rule.found(config, f"{distribution} keeps no access log")


def _delivers(distribution: Resource) -> bool:
    """May its log go to CloudWatch Logs or elsewhere? That takes a source and a delivery from it."""
    if distribution.lacks(SOURCE, "resource_arn"):
        return False
    sources = distribution.linked(SOURCE, "resource_arn")
    return not sources or not all(source.lacks(DELIVERY, "delivery_source_name") for source in sources)
