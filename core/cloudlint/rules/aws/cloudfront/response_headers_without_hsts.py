r"""CloudFront response headers policy does not demand HTTPS for a year.

A browser that has seen `Strict-Transport-Security` goes straight to HTTPS and never gives an eavesdropper the first
request. With less than a year it forgets between visits.

## Bad
```terraform
resource "aws_cloudfront_response_headers_policy" "site" {
  name = "site"

  security_headers_config {
    strict_transport_security {
      access_control_max_age_sec = 300 # while we try
      override                   = true
    }
  }
}
```
## Good
```terraform
resource "aws_cloudfront_response_headers_policy" "site" {
  name = "site"

  security_headers_config {
    strict_transport_security {
      access_control_max_age_sec = 31536000 # while we try
      override                   = true
    }
  }
}
```
## Fix
Unsafe: for a year browsers refuse plain HTTP and bad certificates for this name. A policy without the header gets no
fix.
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
    aliases=("CKV_AWS_259",),
)

YEAR = 31_536_000  # seconds


@rule.on("aws_cloudfront_response_headers_policy")
def check(policy: Resource) -> Iterator[Finding]:
    age = policy["security_headers_config.strict_transport_security.access_control_max_age_sec"]
    if age.number is not None and age.number < YEAR:
        message = f"{policy} demands HTTPS for {age.text} seconds only"
        yield rule.found(age, message, fix=age.set(YEAR))
    elif age.absent:
        yield rule.found(age, f"{policy} does not demand HTTPS")
