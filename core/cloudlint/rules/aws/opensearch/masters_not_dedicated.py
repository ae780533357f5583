r"""OpenSearch domain has no dedicated master nodes.

Nodes that hold data and run the cluster at once stop running it when a heavy query takes their memory. Dedicated
masters keep the cluster together.

## Bad
```terraform
resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  cluster_config {
    instance_count           = 3
    dedicated_master_enabled = false # small domain
  }
}
```
## Good
```terraform
resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  cluster_config {
    instance_count           = 3
    dedicated_master_enabled = true # small domain
    dedicated_master_count   = 3
  }
}
```
## Fix
How many and how large is for people to decide, and they cost money.
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
    aliases=("CKV2_AWS_59",),
    default=False,
)


@rule.on(*DOMAINS)
def check(domain: Resource) -> Iterator[Finding]:
    message = "{resource} has no dedicated master nodes"
    yield from rule.expect(domain, "cluster_config.dedicated_master_enabled", True, message=message, fix=False)
