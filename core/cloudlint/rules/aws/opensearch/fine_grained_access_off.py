r"""OpenSearch domain does not tell its users apart.

Without fine-grained access control everyone who may reach the domain may read, change and delete every index. With
it, each user or role gets the indices, documents and fields it needs.

## Bad
```terraform
resource "aws_opensearch_domain" "search" {
  domain_name = "search"
}
```
## Good
```terraform
resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  advanced_security_options {
    enabled = true

    master_user_options {
      master_user_arn = var.master_role_arn
    }
  }
}

variable "master_role_arn" {
  type = string
}
```
## Fix
It needs a master user, HTTPS and encryption, and cannot be switched off again.
## See
https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import DOMAINS

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV2_AWS_52",
        "b4c6d7e8-f9a1-4bcd-89ef-01234abcd567",
    ),
)


@rule.on(*DOMAINS)
def check(domain: Resource) -> Iterator[Finding]:
    message = "{resource} does not tell its users apart"
    yield from rule.expect(domain, "advanced_security_options.enabled", True, message=message, fix=False)
