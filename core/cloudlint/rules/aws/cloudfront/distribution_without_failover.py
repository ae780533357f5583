r"""CloudFront distribution has no second origin to fall back on.

With an origin group CloudFront asks the second origin when the first one fails. That is worth its price where the
site has to stay up, so this rule runs only when asked for.

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

  origin {
    domain_name              = "example-site-2.s3.eu-central-1.amazonaws.com"
    origin_id                = "spare"
    origin_access_control_id = "E2QWRUHAPOMQZL"
  }

  origin_group {
    origin_id = "sites"

    failover_criteria {
      status_codes = [500, 502, 503, 504]
    }

    member {
      origin_id = "site"
    }

    member {
      origin_id = "spare"
    }
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
It takes a second origin with the same content.
## See
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule, Value

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "nist-800-53": ("CP-10",),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.14",),
        "gdpr": ("32(1)(c)",),
    },
    aliases=("CKV_AWS_310",),
    default=False,
)


@rule.on("aws_cloudfront_distribution")
def check(distribution: Resource) -> Iterator[Finding]:
    groups = distribution["origin_group"]
    if not groups.unknown and not any(map(_falls_back, distribution.blocks("origin_group"))):
        yield rule.found(groups, f"{distribution} has no second origin to fall back on")


def _falls_back(group: Value) -> bool:
    return len(group.blocks("member")) > 1 and bool(group["failover_criteria.status_codes"].items())
