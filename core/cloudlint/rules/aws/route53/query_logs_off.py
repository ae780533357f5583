r"""Public DNS zone keeps no log of queries.

The log shows who asks for which names. Without it an attack that hides in DNS, or a name that nobody should know, goes
unnoticed.

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

resource "aws_route53_query_log" "main" {
  zone_id                  = aws_route53_zone.main.zone_id
  cloudwatch_log_group_arn = var.log_group_arn
}

variable "log_group_arn" {
  type = string
}
```
## Fix
the log group has to exist in us-east-1 and let Route 53 write to it.
## See
https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import is_public

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:L/A:N",
    standards={
        "gdpr": ("32(1)(d)",),
        "hipaa": ("164.312(b)",),
        "iso-27001": ("A.8.15",),
        "nist-800-53": ("AU-2", "AU-12"),
        "nydfs-500": ("500.06",),
        "pci-dss-4.0": ("10.2.1",),
        "soc-2": ("CC7.2",),
    },
    aliases=(
        "CKV2_AWS_39",
        "0f0fb06b-0f2f-4374-8588-f2c7c348c7a0",
        "7dbba512-e244-42dc-98bb-422339827967",
        "AC_AWS_0204",
        "AWS.Route53querylogs.Logging.Medium.0574",
    ),
)


@rule.on("aws_route53_zone")
def check(zone: Resource) -> Iterator[Finding]:
    if is_public(zone) and zone.lacks("aws_route53_query_log", "zone_id"):
        yield rule.found(zone, f"{zone} keeps no log of queries")
