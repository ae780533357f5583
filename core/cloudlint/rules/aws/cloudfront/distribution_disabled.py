r"""CloudFront distribution is switched off.

A distribution that serves nobody is often a leftover whose name and origin still stand in the DNS and in policies,
where somebody else may claim them. This rule runs only when asked for.

## Bad
```terraform
resource "aws_cloudfront_distribution" "site" {
  enabled = false # moved

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
  enabled = true # moved

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
Unsafe: the distribution serves its origin to the world again; where it is a leftover, delete it instead.
## See
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HowToDeleteDistribution.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "nist-800-53": ("CM-2", "CM-6"),
        "soc-2": ("CC7.1",),
        "iso-27001": ("A.8.9",),
    },
    aliases=(
        "CKV_AWS_216",
        "b25398a2-0625-4e61-8e4d-a1bb23905bf6",
        "e4f54ff4-d352-40e8-a096-5141073c37a2",
        "1bc367f6-901d-4870-ad0c-71d79762ef52",
    ),
    default=False,
)


@rule.on("aws_cloudfront_distribution")
def check(distribution: Resource) -> Iterator[Finding]:
    yield from rule.expect(distribution, "enabled", True, message="{resource} is switched off")
