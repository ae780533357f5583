r"""OpenSearch domain publishes no logs.

Nobody can tell who searched for what, which query brought the domain down, or that somebody is trying passwords.

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
        "CKV_AWS_84",
        "AWS-0042",
        "aws-elasticsearch-enable-domain-logging",
        "AVD-AWS-0042",
        "edbd62d4-8700-41de-b000-b3cfebb5e996",
        "acb6b4e2-a086-4f35-aefd-4db6ea51ada2",
        "a1120ee4-a712-42d9-8fb5-22595fed643b",
    ),
)


@rule.on(*DOMAINS)
def check(domain: Resource) -> Iterator[Finding]:
    if publishes(domain) is False:
        yield rule.found(domain["log_publishing_options"], f"{domain} publishes no logs")
        return
    for option in domain.blocks("log_publishing_options"):
        enabled = option["enabled"]
        if enabled.flag is False:
            yield rule.found(enabled, f"{domain} does not publish {option['log_type'].text or 'one of its logs'}")
