r"""OpenSearch domain publishes no slow logs.

Slow logs name the queries that take long: those of an application gone wrong, and those of somebody who reads the
indices from end to end.

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
    log_type                 = "SEARCH_SLOW_LOGS"
    cloudwatch_log_group_arn = var.log_group_arn
  }
}

variable "log_group_arn" {
  type = string
}
```
## Fix
A group for the log, and a policy that lets the service write to it, have to be made first.
## See
https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html
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
    aliases=(
        "086ea2eb-14a6-4fd4-914b-38e0bc8703e8",
        "e979fcbc-df6c-422d-9458-c33d65e71c45",
        "AC_AWS_0105",
        "AWS.Elasticsearch.Logging.Medium.0573",
    ),
    default=False,
)

SLOW = frozenset({"INDEX_SLOW_LOGS", "SEARCH_SLOW_LOGS"})


@rule.on(*DOMAINS)
def check(domain: Resource) -> Iterator[Finding]:
    if publishes(domain, SLOW) is False:
        yield rule.found(domain["log_publishing_options"], f"{domain} publishes no slow logs")
