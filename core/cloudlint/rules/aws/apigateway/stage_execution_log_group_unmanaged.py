r"""Log group of an API Gateway stage is left to API Gateway.

API Gateway makes the group for its execution log by itself, without an end to how long entries are kept and without
your key. A group of the expected name in the code puts both under control. The rule runs only when selected.

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
  rest_api_id   = var.api
  deployment_id = var.deployment
  stage_name    = "live"
}

resource "aws_cloudwatch_log_group" "live" {
  name              = "API-Gateway-Execution-Logs_${var.api}/live"
  retention_in_days = 365
}

variable "api" {
  type = string
}

variable "deployment" {
  type = string
}
```
## Fix
how long to keep the log is for people to decide.
## See
https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule, Value

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
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
    aliases=(
        "982aa526-6970-4c59-8b9b-2ce7e019fe36",
        "72a931c2-12f5-40d1-93cc-47bff2f7aa2a",
        "AC_AWS_0014",
        "AWS.APIGateway.Logging.Medium.0567",
    ),
    default=False,
)


PREFIX = "API-Gateway-Execution-Logs_"


@rule.on("aws_api_gateway_stage")
def check(stage: Resource) -> Iterator[Finding]:
    if not any(_may_be_of(group["name"]) for group in stage.graph.of("aws_cloudwatch_log_group")):
        yield rule.found(stage, f"The log group of {stage} is left to API Gateway")


def _may_be_of(name: Value) -> bool:
    if name.unknown:
        first = name.pieces[0].text if name.pieces else None
        return first is None or first.startswith(PREFIX)
    return (name.text or "").startswith(PREFIX)
