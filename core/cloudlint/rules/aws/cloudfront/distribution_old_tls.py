r"""CloudFront distribution accepts TLS versions older than 1.2.

TLS 1.0 and 1.1 have known holes, and no browser in use needs them. As long as the distribution offers them, whoever
sits on the line can try to talk a client down to them.

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
    minimum_protocol_version = "TLSv1.1_2016" # old phones
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
    minimum_protocol_version = "TLSv1.2_2021" # old phones
    ssl_support_method       = "sni-only"
  }
}
```
## Fix
Unsafe: clients that know nothing newer can no longer connect. With the default certificate of CloudFront there is no
fix: AWS decides its version.
## See
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary import tls

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N",
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
    aliases=(
        "CKV_AWS_174",
        "AWS-0013",
        "aws-cloudfront-use-secure-tls-policy",
        "AVD-AWS-0013",
        "d0c13053-d2c8-44a6-95da-d592996e9e67",
        "dc17ee4b-ddf2-4e23-96e8-7a36abad1303",
        "255b0fcc-9f82-41fe-9229-01b163e3376b",
        "00e5e55e-c2ff-46b3-a757-a7a1cd802456",
        "218413a0-c716-4b94-9e08-0bb70d854709",
        "be96849c-3df6-49c2-bc16-778a7be2519c",
        "5c0003fb-9aa0-42c1-9da3-eb0e332bef21",
        "3a1e94df-6847-4c0e-a3b6-6c6af4e128ef",
        "b4d9c12b-bfba-4aeb-9cb8-2358546d8041",
        "AC_AWS_0023",
    ),
)


@rule.on("aws_cloudfront_distribution")
def check(distribution: Resource) -> Iterator[Finding]:
    for version in distribution.each("viewer_certificate.minimum_protocol_version"):
        policy = tls.CLOUDFRONT_DEFAULT if version.absent else version.text
        if policy is None or not tls.is_old(tls.cloudfront_minimum(policy)):
            continue
        own = distribution["viewer_certificate.cloudfront_default_certificate"].absent
        # With the certificate of *.cloudfront.net the version cannot be chosen.
        fix = version.set(tls.CLOUDFRONT_POLICY) if own and distribution.blocks("viewer_certificate") else None
        yield rule.found(version, f"{distribution} accepts `{policy}`", fix=fix)
