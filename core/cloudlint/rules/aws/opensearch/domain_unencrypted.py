r"""OpenSearch domain stores its data unencrypted.

Indices, logs, swap files and snapshots lie in the clear: whoever gets hold of a disk or a snapshot reads all that was
ever made searchable.

## Bad
```terraform
resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  encrypt_at_rest {
    enabled = false # old instance type
  }
}
```
## Good
```terraform
resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  encrypt_at_rest {
    enabled = true # old instance type
  }
}
```
## Fix
Unsafe: it cannot be switched off again, and old versions are replaced by an empty domain.
## See
https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

from ._shared import DOMAINS

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "CKV_AWS_5",
        "AWS-0048",
        "aws-elasticsearch-enable-domain-encryption",
        "AVD-AWS-0048",
        "86a248ab-0e01-4564-a82a-878303e253bb",
        "24e16922-4330-4e9d-be8a-caa90299466a",
        "AC_AWS_0112",
        "AWS.ElasticSearch.EKM.Medium.0778",
    ),
)


@rule.on(*DOMAINS)
def check(domain: Resource) -> Iterator[Finding]:
    yield from rule.expect(domain, "encrypt_at_rest.enabled", True, message="{resource} stores its data unencrypted")
