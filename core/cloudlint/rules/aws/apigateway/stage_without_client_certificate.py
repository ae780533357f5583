r"""API Gateway does not show its backend a certificate.

A backend that stands on the internet cannot tell a request of the API from one that goes round it, and round its
authorization. Backends inside AWS do not need this, so that the rule runs only when selected.

## Bad
```terraform
resource "aws_api_gateway_stage" "live" {
  rest_api_id   = var.api
  deployment_id = var.deployment
  stage_name    = "live"
}

variable "api" {
  type = string
}

variable "deployment" {
  type = string
}
```
## Good
```terraform
resource "aws_api_gateway_stage" "live" {
  rest_api_id           = var.api
  deployment_id         = var.deployment
  stage_name            = "live"
  client_certificate_id = aws_api_gateway_client_certificate.live.id
}

resource "aws_api_gateway_client_certificate" "live" {
  description = "Shown to the backend"
}

variable "api" {
  type = string
}

variable "deployment" {
  type = string
}
```
## Fix
the backend has to be taught to check the certificate as well.
## See
https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N",
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
        "CKV2_AWS_51",
        "b47b98ab-e481-4a82-8bb1-1ab39fd36e33",
        "ed4c48b8-eccc-4881-95c1-09fdae23db25",
        "f27791a5-e2ae-4905-8910-6f995c576d09",
        "0b4869fc-a842-4597-aa00-1294df425440",
        "AC_AWS_0013",
        "AWS.APIGateway.NetworkSecurity.Medium.0565",
    ),
    default=False,
)


MESSAGE = "does not show its backend a certificate"


@rule.on("aws_api_gateway_stage")
def check(stage: Resource) -> Iterator[Finding]:
    certificate = stage["client_certificate_id"]
    if certificate.absent:
        yield rule.found(certificate, f"{stage} {MESSAGE}")


@rule.on("aws_apigatewayv2_stage")
def check_second_version(stage: Resource) -> Iterator[Finding]:
    """Of the newer APIs only those of WebSockets have one."""
    certificate = stage["client_certificate_id"]
    apis = [found for found in stage["api_id"].refers if found.kind == "aws_apigatewayv2_api"]
    sockets = any(api["protocol_type"].equals("WEBSOCKET") for api in apis)
    if certificate.absent and sockets:
        yield rule.found(certificate, f"{stage} {MESSAGE}")
