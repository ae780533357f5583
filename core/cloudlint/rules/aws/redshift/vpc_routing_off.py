r"""Redshift cluster copies data past its own network.

Without enhanced routing, `COPY` and `UNLOAD` go over the internet side of AWS, past your endpoints, firewalls and
flow logs. Data can leave for any bucket of any account, and nobody sees it.

## Bad
```terraform
resource "aws_redshift_cluster" "reports" {
  cluster_identifier   = "reports"
  node_type            = "ra3.large"
  enhanced_vpc_routing = false # no endpoint yet
}
```
## Good
```terraform
resource "aws_redshift_cluster" "reports" {
  cluster_identifier   = "reports"
  node_type            = "ra3.large"
  enhanced_vpc_routing = true # no endpoint yet
}
```
## Fix
Unsafe: copies fail where the network has no way to the buckets yet.
## See
https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:A/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-7",),
        "soc-2": ("CC6.6",),
        "iso-27001": ("A.8.20",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV_AWS_321",),
    default=False,
)


@rule.on("aws_redshift_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    yield from rule.expect(cluster, "enhanced_vpc_routing", True, message="{resource} copies data past its own network")
