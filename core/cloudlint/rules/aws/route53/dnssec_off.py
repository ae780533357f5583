r"""Public DNS zone is not signed.

Without DNSSEC a resolver cannot tell a forged answer from a true one, so that visitors and mail can be led elsewhere.
Signing has to be set up and its key looked after with care, so that this rule runs only when it is selected.

## Bad
```terraform
resource "aws_route53_zone" "main" {
  name = "example.com"
}
```
## Good
```terraform
resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_route53_key_signing_key" "main" {
  name                       = "main"
  hosted_zone_id             = aws_route53_zone.main.id
  key_management_service_arn = var.key_arn
}

resource "aws_route53_hosted_zone_dnssec" "main" {
  hosted_zone_id = aws_route53_key_signing_key.main.hosted_zone_id
}

variable "key_arn" {
  type = string
}
```
## Fix
signing needs a key of its own in KMS and a record at the registrar, in the right order.
## See
https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

from ._shared import is_public

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N",
    standards={
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.20",),
        "nist-800-53": ("SC-7",),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "soc-2": ("CC6.6",),
    },
    aliases=("CKV2_AWS_38",),
    default=False,
)


# A key for signing is made for nothing else, and the signing itself is often linked through the key.
_SIGNS = ("aws_route53_hosted_zone_dnssec", "aws_route53_key_signing_key")


@rule.on("aws_route53_zone")
def check(zone: Resource) -> Iterator[Finding]:
    if is_public(zone) and all(zone.lacks(kind, "hosted_zone_id") for kind in _SIGNS):
        yield rule.found(zone, f"{zone} is not signed")
