r"""CloudFront distribution uses the default certificate of CloudFront.

With the default certificate the site answers only under `*.cloudfront.net`, and AWS decides which TLS versions it
still accepts: TLS 1.0 included. A certificate of your own name is free in ACM.

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
    cloudfront_default_certificate = true
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
}
```
## Fix
A certificate has to be issued for the names of the site first.
## See
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html
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
        "pci-dss-4.0": ("4.2.1",),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-8", "SC-8(1)"),
        "soc-2": ("CC6.7",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "CKV2_AWS_42",
        "fb8f8929-afeb-4c46-99f0-a6cf410f7df4",
        "b4d9c12b-bfba-4aeb-9cb8-2358546d8041",
        "3a1e94df-6847-4c0e-a3b6-6c6af4e128ef",
    ),
)


@rule.on("aws_cloudfront_distribution")
def check(distribution: Resource) -> Iterator[Finding]:
    certificate = distribution["viewer_certificate"]
    names = ("acm_certificate_arn", "iam_certificate_id")
    if certificate.unknown or any(not certificate[name].absent for name in names):
        return
    default = certificate["cloudfront_default_certificate"]
    if not default.unknown:
        place = certificate if default.absent else default
        yield rule.found(place, f"{distribution} uses the default certificate of CloudFront")
