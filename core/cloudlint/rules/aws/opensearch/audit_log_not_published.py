r"""OpenSearch domain publishes no audit log.

The audit log says who logged in, who failed to, and which indices they read. Without it nobody can tell after a leak
what was taken.

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

  log_publishing_options {
    log_type                 = "AUDIT_LOGS"
    cloudwatch_log_group_arn = var.log_group_arn
  }
}

variable "log_group_arn" {
  type = string
}
```
## Fix
A group for the log, and a policy that lets the service write to it, have to be made first. The domain needs
fine-grained access control for it.
## See
https://docs.aws.amazon.com/opensearch-service/latest/developerguide/audit-logs.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import DOMAINS, publishes

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    standards={
        "pci-dss-4.0": ("10.2.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("AU-2", "AU-12"),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.15",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.06",),
    },
    aliases=("CKV_AWS_317",),
)

AUDIT = frozenset({"AUDIT_LOGS"})


@rule.on(*DOMAINS)
def check(domain: Resource) -> Iterator[Finding]:
    if publishes(domain, AUDIT) is False:
        yield rule.found(domain["log_publishing_options"], f"{domain} publishes no audit log")
