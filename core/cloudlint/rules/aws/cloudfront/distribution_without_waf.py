r"""CloudFront distribution has no web application firewall.

A web ACL drops known exploits, bad bots and floods before they reach the origin. It is the one place where a hole
that was published this morning can be plugged for all sites at once.

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
  enabled    = true
  web_acl_id = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/site/1234abcd-12ab-34cd-56ef-1234567890ab"

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
Which rules protect the site is for people to decide.
## See
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N",
    standards={
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-7",),
        "soc-2": ("CC6.6",),
        "iso-27001": ("A.8.20",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV_AWS_68",
        "AWS-0011",
        "aws-cloudfront-enable-waf",
        "AVD-AWS-0011",
        "22c80725-e390-4055-8d14-a872230f6607",
        "0f139403-303f-467c-96bd-e717e6cfd62d",
        "6d19ce0f-b3d8-4128-ac3d-1064e0f00494",
        "1419b4c6-6d5c-4534-9cf6-6a5266085333",
        "AC_AWS_0032",
    ),
)


@rule.on("aws_cloudfront_distribution")
def check(distribution: Resource) -> Iterator[Finding]:
    acl = distribution["web_acl_id"]
    if acl.absent or acl.equals(""):
        yield rule.found(acl, f"{distribution} has no web ACL")
