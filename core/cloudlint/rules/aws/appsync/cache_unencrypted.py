r"""AppSync cache keeps answers unencrypted.

The cache holds what the API answers, personal data included. On disks of the provider it lies there in plain text.

## Bad
```terraform
resource "aws_appsync_api_cache" "shop" {
  api_id                     = "a1b2c3"
  type                       = "SMALL"
  ttl                        = 60
  api_caching_behavior       = "FULL_REQUEST_CACHING"
  at_rest_encryption_enabled = false # sixty seconds only
  transit_encryption_enabled = true
}
```
## Good
```terraform
resource "aws_appsync_api_cache" "shop" {
  api_id                     = "a1b2c3"
  type                       = "SMALL"
  ttl                        = 60
  api_caching_behavior       = "FULL_REQUEST_CACHING"
  at_rest_encryption_enabled = true # sixty seconds only
  transit_encryption_enabled = true
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
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": (
            "SC-28",
            "SC-28(1)",
        ),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=("CKV_AWS_214",),
)


@rule.on("aws_appsync_api_cache")
def check(cache: Resource) -> Iterator[Finding]:
    message = "{resource} keeps answers unencrypted"
    yield from rule.expect(cache, "at_rest_encryption_enabled", True, message=message)
