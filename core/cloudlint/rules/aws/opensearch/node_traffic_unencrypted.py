r"""OpenSearch domain has nodes that talk to each other in the clear.

Nodes send each other every document and every query. Whoever can listen in the network between them reads it all,
though clients come in over HTTPS.

## Bad
```terraform
resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  cluster_config {
    instance_count = 3
  }

  node_to_node_encryption {
    enabled = false # slower?
  }
}
```
## Good
```terraform
resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  cluster_config {
    instance_count = 3
  }

  node_to_node_encryption {
    enabled = true # slower?
  }
}
```
## Fix
Unsafe: it cannot be switched off again, and old versions are replaced by an empty domain.
## See
https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

from ._shared import DOMAINS

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:A/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N",
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
    aliases=(
        "CKV_AWS_6",
        "AWS-0043",
        "aws-elasticsearch-enable-in-transit-encryption",
        "AVD-AWS-0043",
        "967eb3e6-26fc-497d-8895-6428beb6e8e2",
        "AC_AWS_0468",
        "AWS.ElasticSearch.IS.MEDIUM.0045",
    ),
)


@rule.on(*DOMAINS)
def check(domain: Resource) -> Iterator[Finding]:
    if (domain["cluster_config.instance_count"].number or 1) > 1:
        yield from rule.expect(
            domain,
            "node_to_node_encryption.enabled",
            True,
            message="Nodes of {resource} talk to each other in the clear",
        )
