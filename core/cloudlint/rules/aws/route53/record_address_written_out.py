r"""DNS record points at an address that is written out.

When the address is given back, somebody else may get it and then answers under your name, certificates included. A
reference to the address or an alias to the load balancer goes away together with what it points at.

## Bad
```terraform
resource "aws_route53_record" "shop" {
  zone_id = var.zone_id
  name    = "shop"
  type    = "A"
  ttl     = 300
  records = ["198.51.100.17"]
}

variable "zone_id" {
  type = string
}
```
## Good
```terraform
resource "aws_route53_record" "shop" {
  zone_id = var.zone_id
  name    = "shop"
  type    = "A"
  ttl     = 300
  records = [aws_eip.shop.public_ip]
}

resource "aws_eip" "shop" {
  domain = "vpc"
}

variable "zone_id" {
  type = string
}
```
## Fix
what the address belongs to only its author knows.
## See
https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.network import is_private_range, prefix_length

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
    aliases=("CKV2_AWS_23",),
    default=False,
)


@rule.on("aws_route53_record")
def check(record: Resource) -> Iterator[Finding]:
    if not record["type"].one_of(("A", "AAAA")):
        return
    for address in record["records"].items():
        written = prefix_length(address) is not None and not address.refers
        if written and not is_private_range(address):
            yield rule.found(address, f"{record} points at the written-out address {address.text}")
