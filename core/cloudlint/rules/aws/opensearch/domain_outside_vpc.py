r"""OpenSearch domain has a public endpoint.

Only its access policy stands between the domain and the internet, and one careless statement opens it. Inside a
network of yours, security groups have to be wrong as well.

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

  vpc_options {
    subnet_ids         = [var.subnet]
    security_group_ids = [var.group]
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
Which subnets is for people to decide, and moving replaces the domain by an empty one.
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
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N",
    standards={
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-7",),
        "soc-2": ("CC6.6",),
        "iso-27001": ("A.8.20",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV_AWS_137",),
)


@rule.on(*DOMAINS)
def check(domain: Resource) -> Iterator[Finding]:
    if domain["vpc_options"].absent:
        yield rule.found(domain, f"{domain} has a public endpoint: it is in no network of yours")
