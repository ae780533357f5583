r"""DNS record points nowhere.

A name that resolves to nothing breaks whoever relies on it. Where it once delegated to somebody else, it is also an
invitation to take it over.

## Bad
```terraform
resource "aws_route53_record" "shop" {
  zone_id = var.zone_id
  name    = "shop"
  type    = "CNAME"
  ttl     = 300
  records = []
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
  type    = "CNAME"
  ttl     = 300
  records = ["shop.example.net"]
}

variable "zone_id" {
  type = string
}
```
## Fix
where the name shall point only its author knows.
## See
https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:L/A:N",
    standards={
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.20",),
        "nist-800-53": ("SC-7",),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "soc-2": ("CC6.6",),
    },
    aliases=(
        "25db74bf-fa3b-44da-934e-8c3e005c0453",
        "24d932e1-91f0-46ea-836f-fdbd81694151",
        "445dce51-7e53-4e50-80ef-7f94f14169e4",
    ),
)


@rule.on("aws_route53_record")
def check(record: Resource) -> Iterator[Finding]:
    records, alias = record["records"], record["alias"]
    if records.unknown or records.open or alias.unknown or alias.open or record.blocks("alias"):
        return
    if not records.items():
        yield rule.found(records, f"{record} points nowhere")
