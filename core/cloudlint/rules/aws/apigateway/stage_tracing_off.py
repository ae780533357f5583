r"""API Gateway stage does not trace requests.

A trace shows where a request went and where it stayed, across all services behind the API. Without it a slow or odd
request is followed by guessing. Tracing has its price, so that the rule runs only when selected.

## Bad
```terraform
resource "aws_api_gateway_stage" "live" {
  rest_api_id   = var.api
  deployment_id = var.deployment
  stage_name    = "live"

  xray_tracing_enabled = false # later
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
  rest_api_id   = var.api
  deployment_id = var.deployment
  stage_name    = "live"

  xray_tracing_enabled = true # later
}

variable "api" {
  type = string
}

variable "deployment" {
  type = string
}
```
## See
https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=SAFE,
    standards={
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("SI-4",),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.16",),
    },
    aliases=(
        "CKV_AWS_73",
        "AWS-0003",
        "aws-apigateway-enable-tracing",
        "AVD-AWS-0003",
        "AWS-0111",
        "aws-sam-enable-api-tracing",
        "AVD-AWS-0111",
        "2059155b-27fd-441e-b616-6966c468561f",
        "4ab10c48-bedb-4deb-8f3b-ff12783b61de",
        "5813ef56-fa94-406a-b35d-977d4a56ff2b",
        "c757c6a3-ac87-4b9d-b28d-e5a5add6a315",
        "434945e5-4dfd-41b1-aba1-47075ccd9265",
        "AC_AWS_0015",
        "AWS.APIGateway.Logging.Medium.0571",
    ),
    default=False,
)


@rule.on("aws_api_gateway_stage")
def check(stage: Resource) -> Iterator[Finding]:
    yield from rule.expect(stage, "xray_tracing_enabled", True, message="{resource} does not trace requests")
