r"""OpenSearch domain uses the default security group of its network.

Whatever else was put into the default group can reach the domain, and a rule that is added for something else opens
it too.

## Bad
```terraform
resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  vpc_options {
    subnet_ids         = [var.subnet]
    security_group_ids = [] # the default will do
  }
}

variable "subnet" {
  type = string
}
```
## Good
```terraform
resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  vpc_options {
    subnet_ids         = [var.subnet]
    security_group_ids = [var.group] # the default will do
  }
}

variable "subnet" {
  type = string
}

variable "group" {
  type = string
}
```
## Fix
Who may reach the domain has to be decided first.
## See
https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

from ._shared import DOMAINS

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:A/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N",
    standards={
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-7",),
        "soc-2": ("CC6.6",),
        "iso-27001": ("A.8.20",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV_AWS_248",
        "d3e1f5a9-bb45-4c89-b97c-12d34ef56789",
    ),
)


@rule.on(*DOMAINS)
def check(domain: Resource) -> Iterator[Finding]:
    for options in domain.blocks("vpc_options"):
        groups = options["security_group_ids"]
        if not groups.refers and (groups.absent or groups.equals([])):
            yield rule.found(groups, f"{domain} uses the default security group of its network")
