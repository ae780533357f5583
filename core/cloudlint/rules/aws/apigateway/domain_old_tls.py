r"""Domain name of an API accepts old versions of TLS.

TLS 1.0 and 1.1 have known weaknesses, and whoever sits in between can talk a client down to them. Where nothing is
said in the code, API Gateway accepts TLS 1.0.

## Bad
```terraform
resource "aws_api_gateway_domain_name" "shop" {
  domain_name              = "api.example.com"
  regional_certificate_arn = var.certificate
  security_policy          = "TLS_1_0" # old scanners

  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

variable "certificate" {
  type = string
}
```
## Good
```terraform
resource "aws_api_gateway_domain_name" "shop" {
  domain_name              = "api.example.com"
  regional_certificate_arn = var.certificate
  security_policy          = "TLS_1_2" # old scanners

  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

variable "certificate" {
  type = string
}
```
## Fix
Unsafe: clients that cannot do TLS 1.2 are refused from then on.
## See
https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule, Value
from cloudlint.vocabulary.tls import API_GATEWAY_POLICY, api_gateway_minimum, is_old

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("4.2.1",),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": (
            "SC-8",
            "SC-8(1)",
        ),
        "soc-2": ("CC6.7",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "CKV_AWS_206",
        "AWS-0005",
        "aws-apigateway-use-secure-tls-policy",
        "AVD-AWS-0005",
        "AWS-0112",
        "aws-sam-api-use-secure-tls-policy",
        "AVD-AWS-0112",
        "8275fab0-68ec-4705-bbf4-86975edb170e",
        "4e1cc5d3-2811-4fb2-861c-ee9b3cb7f90b",
    ),
)


@rule.on("aws_api_gateway_domain_name")
def check(domain: Resource) -> Iterator[Finding]:
    yield from _judge(domain, domain["security_policy"])


@rule.on("aws_apigatewayv2_domain_name")
def check_second_version(domain: Resource) -> Iterator[Finding]:
    for policy in domain.each("domain_name_configuration.security_policy"):
        yield from _judge(domain, policy)


def _judge(domain: Resource, policy: Value) -> Iterator[Finding]:
    if policy.absent or is_old(api_gateway_minimum(policy.text or "")):
        yield rule.found(policy, f"{domain} accepts old versions of TLS", fix=policy.set(API_GATEWAY_POLICY))
