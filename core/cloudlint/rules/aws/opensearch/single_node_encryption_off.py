r"""OpenSearch domain of one node is not prepared to encrypt traffic between nodes.

As long as there is one node, nothing is sent. The day somebody adds a second one, documents and queries go between
them in the clear, and nobody thinks of it then.

## Bad
```terraform
resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  node_to_node_encryption {
    enabled = false # one node
  }
}
```
## Good
```terraform
resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  node_to_node_encryption {
    enabled = true # one node
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

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

from ._shared import DOMAINS

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
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
        "AWS-0043",
        "aws-elasticsearch-enable-in-transit-encryption",
        "AVD-AWS-0043",
        "967eb3e6-26fc-497d-8895-6428beb6e8e2",
        "AC_AWS_0468",
        "AWS.ElasticSearch.IS.MEDIUM.0045",
    ),
    default=False,
)


@rule.on(*DOMAINS)
def check(domain: Resource) -> Iterator[Finding]:
    if (domain["cluster_config.instance_count"].number or 1) <= 1:
        yield from rule.expect(
            domain,
            "node_to_node_encryption.enabled",
            True,
            message="{resource} does not encrypt traffic between nodes, should there be more than one",
        )
