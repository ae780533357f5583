r"""Certificate is kept out of the public logs of certificates.

The logs let you notice a certificate for your domain that somebody else got, and browsers warn of certificates that
are not in them.

## Bad
```terraform
resource "aws_acm_certificate" "site" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"

  lifecycle {
    create_before_destroy = true
  }

  options {
    certificate_transparency_logging_preference = "DISABLED" # secret launch
  }
}
```
## Good
```terraform
resource "aws_acm_certificate" "site" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"

  lifecycle {
    create_before_destroy = true
  }

  options {
    certificate_transparency_logging_preference = "ENABLED" # secret launch
  }
}
```
## Fix
Unsafe: the names in the certificate become public.
## See
https://docs.aws.amazon.com/acm/latest/userguide/acm-bestpractices.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("4.2.1",),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": (
            "SC-8",
            "SC-8(1)",
        ),
        "soc-2": ("CC6.7",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=("CKV_AWS_234",),
)


@rule.on("aws_acm_certificate")
def check(certificate: Resource) -> Iterator[Finding]:
    if not certificate["certificate_authority_arn"].absent or not certificate["certificate_body"].absent:
        return  # of a private authority, or imported: not for ACM to list
    path = "options.certificate_transparency_logging_preference"
    message = "{resource} is kept out of the public logs of certificates"
    yield from rule.expect(certificate, path, "ENABLED", default="ENABLED", message=message)
