r"""OpenSearch domain answers over plain HTTP.

Queries, documents and the credentials that come with them go over the network in the clear, and anyone in between can
read and change them.

## Bad
```terraform
resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  domain_endpoint_options {
    enforce_https = false # old agents
  }
}
```
## Good
```terraform
resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  domain_endpoint_options {
    enforce_https = true # old agents
  }
}
```
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

  domain_endpoint_options {
    enforce_https = true
  }
}
```
## Bad
```cloudformation
Resources:
  Search:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainEndpointOptions:
        EnforceHTTPS: false # old client
        TLSSecurityPolicy: Policy-Min-TLS-1-2-2019-07
```
## Good
```cloudformation
Resources:
  Search:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainEndpointOptions:
        EnforceHTTPS: true # old client
        TLSSecurityPolicy: Policy-Min-TLS-1-2-2019-07
```
## Fix
Unsafe: clients that still use plain HTTP are refused.
## See
https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

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
        "CKV_AWS_83",
        "AWS-0046",
        "aws-elasticsearch-enforce-https",
        "AVD-AWS-0046",
        "4cdc88e6-c0c8-4081-a639-bb3a557cbedf",
        "2e9e0729-66d5-4148-9d39-5e6fb4bf2a4e",
        "d6c2d06f-43c1-488a-9ba1-8d75b40fc62d",
        "00603add-7f72-448f-a6c0-9e456a7a3f94",
    ),
)


@rule.on(*DOMAINS)
def check(domain: Resource) -> Iterator[Finding]:
    options, enforced = domain["domain_endpoint_options"], domain["domain_endpoint_options.enforce_https"]
    # In the block the provider's default is to enforce it; without the block, that of AWS is not to.
    if options.absent or enforced.flag is False:
        fix = options.set_all({"enforce_https": True}) if options.absent else enforced.set(True)
        yield rule.found(enforced, f"{domain} answers over plain HTTP", fix=fix)
