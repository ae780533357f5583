r"""API Gateway writes whole requests and answers into its log.

Passwords, tokens and personal data then lie in a log that many more people may read than the database they came from.
It is a switch for an afternoon of searching for a fault, not for production.

## Bad
```terraform
resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = var.api
  stage_name  = "live"
  method_path = "*/*"

  settings {
    logging_level      = "INFO"
    data_trace_enabled = true # while testing
  }
}

variable "api" {
  type = string
}
```
## Good
```terraform
resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = var.api
  stage_name  = "live"
  method_path = "*/*"

  settings {
    logging_level      = "INFO"
    data_trace_enabled = false # while testing
  }
}

variable "api" {
  type = string
}
```
## See
https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, SAFE, Finding, Resource, Rule, Value

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N",
    fixes=SAFE,
    standards={
        "pci-dss-4.0": ("10.2.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": (
            "AU-2",
            "AU-12",
        ),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.15",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.06",),
    },
    aliases=("CKV_AWS_276",),
)


@rule.on("aws_api_gateway_method_settings")
def check(settings: Resource) -> Iterator[Finding]:
    for trace in settings.each("settings.data_trace_enabled"):
        yield from _judge(settings, trace)


@rule.on("aws_apigatewayv2_stage")
def check_stage(stage: Resource) -> Iterator[Finding]:
    for trace in (
        *stage.each("default_route_settings.data_trace_enabled"),
        *stage.each("route_settings.data_trace_enabled"),
    ):
        yield from _judge(stage, trace)


def _judge(resource: Resource, trace: Value) -> Iterator[Finding]:
    if trace.equals(True):
        yield rule.found(trace, f"{resource} writes whole requests and answers into the log", fix=trace.set(False))
