r"""OpenSearch domain can lose its cluster with one node or one zone.

Fewer than three dedicated master nodes cannot agree when one is gone, and in one zone all are gone at once. The
domain then stops, or loses what was written last.

## Bad
```terraform
resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  cluster_config {
    instance_count         = 3
    dedicated_master_count = 1 # enough?
    zone_awareness_enabled = true
  }
}
```
## Good
```terraform
resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  cluster_config {
    instance_count         = 3
    dedicated_master_count = 3 # enough?
    zone_awareness_enabled = true
  }
}
```
## Fix
How large the nodes have to be is for people to decide, and they cost money.
## See
https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import DOMAINS

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "hipaa": ("164.308(a)(7)",),
        "nist-800-53": ("CP-9", "CP-10"),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.13",),
        "gdpr": ("32(1)(c)",),
        "nydfs-500": ("500.16",),
    },
    aliases=("CKV_AWS_318",),
    default=False,
)

ENOUGH = 3


@rule.on(*DOMAINS)
def check(domain: Resource) -> Iterator[Finding]:
    masters, zones = domain["cluster_config.dedicated_master_count"], domain["cluster_config.zone_awareness_enabled"]
    if masters.absent or (masters.number is not None and masters.number < ENOUGH):
        yield rule.found(masters, f"{domain} has fewer than three dedicated master nodes")
    elif zones.absent or zones.flag is False:
        yield rule.found(zones, f"{domain} has all its nodes in one zone")
