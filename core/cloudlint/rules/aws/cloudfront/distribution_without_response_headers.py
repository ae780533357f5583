r"""CloudFront adds no security headers to its answers.

Headers such as `Strict-Transport-Security` and `Content-Security-Policy` tell the browser what not to do, and stop
whole families of attacks. A response headers policy adds them for every page, whatever the origin sends.

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
    allowed_methods            = ["GET", "HEAD"]
    cached_methods             = ["GET", "HEAD"]
    cache_policy_id            = "658327ea-f89d-4fab-a63d-7e88639e58f6"
    target_origin_id           = "site"
    viewer_protocol_policy     = "redirect-to-https"
    response_headers_policy_id = "67f7725c-6f97-4210-82d7-5512b31e9d03"
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
Unsafe: the managed policy `SecurityHeadersPolicy` forbids framing by other sites and asks browsers for HTTPS for a
year.
## See
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-response-headers.html
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
        "pci-dss-4.0": ("4.2.1",),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-8", "SC-8(1)"),
        "soc-2": ("CC6.7",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=("CKV2_AWS_32",),
)

BEHAVIOURS = ("default_cache_behavior", "ordered_cache_behavior")
MANAGED = "67f7725c-6f97-4210-82d7-5512b31e9d03"  # AWS's own policy `SecurityHeadersPolicy`


@rule.on("aws_cloudfront_distribution")
def check(distribution: Resource) -> Iterator[Finding]:
    for name in BEHAVIOURS:
        if name == "default_cache_behavior" and distribution[name].absent:
            yield rule.found(distribution, f"{distribution} has no response headers policy")
        for behaviour in distribution.blocks(name):
            policy = behaviour["response_headers_policy_id"]
            if policy.absent or policy.equals(""):
                message = f"{distribution} has no response headers policy"
                yield rule.found(policy, message, fix=policy.set(MANAGED))
