r"""AppSync cache sends answers without encryption.

Between the API and its cache the answers, personal data included, travel through the network of the provider in plain
text.

## Bad
```terraform
resource "aws_appsync_api_cache" "shop" {
  api_id                     = "a1b2c3"
  type                       = "SMALL"
  ttl                        = 60
  api_caching_behavior       = "FULL_REQUEST_CACHING"
  at_rest_encryption_enabled = true
  transit_encryption_enabled = false # sixty seconds only
}
```
## Good
```terraform
resource "aws_appsync_api_cache" "shop" {
  api_id                     = "a1b2c3"
  type                       = "SMALL"
  ttl                        = 60
  api_caching_behavior       = "FULL_REQUEST_CACHING"
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true # sixty seconds only
}
```
## Fix
Unsafe: the setting cannot be changed afterwards, so that the cache is made anew, and is empty at first.
## See
https://docs.aws.amazon.com/appsync/latest/devguide/enabling-caching.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N",
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
    aliases=("CKV_AWS_215",),
)


@rule.on("aws_appsync_api_cache")
def check(cache: Resource) -> Iterator[Finding]:
    message = "{resource} sends answers without encryption"
    yield from rule.expect(cache, "transit_encryption_enabled", True, message=message)
