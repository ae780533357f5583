r"""OpenSearch domain accepts versions of TLS that are out of date.

TLS 1.0 and 1.1 can be broken, and browsers gave them up years ago. As long as the domain accepts them, somebody in
between can make a client use them.

## Bad
```terraform
resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-0-2019-07" # for the agents
  }
}
```
## Good
```terraform
resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10" # for the agents
  }
}
```
## Bad
```terraform
resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  domain_endpoint_options {
    enforce_https = true # of course
  }
}
```
## Good
```terraform
resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  domain_endpoint_options {
    enforce_https       = true # of course
    tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"
  }
}
```
## Fix
Unsafe: clients that speak nothing newer are refused.
## See
https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.resource import Plain
from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.tls import SEARCH_DEFAULT, SEARCH_POLICY, is_old, search_minimum

from ._shared import DOMAINS

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N",
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
        "CKV_AWS_228",
        "AWS-0126",
        "aws-elasticsearch-use-secure-tls-policy",
        "AVD-AWS-0126",
    ),
)


@rule.on(*DOMAINS)
def check(domain: Resource) -> Iterator[Finding]:
    options, policy = domain["domain_endpoint_options"], domain["domain_endpoint_options.tls_security_policy"]
    name = SEARCH_DEFAULT if policy.absent else policy.text or ""
    if is_old(search_minimum(name)):
        values: dict[str, Plain] = {"enforce_https": True, "tls_security_policy": SEARCH_POLICY}
        fix = options.set_all(values) if options.absent else policy.set(SEARCH_POLICY)
        yield rule.found(policy, f"{domain} accepts TLS older than 1.2", fix=fix)
