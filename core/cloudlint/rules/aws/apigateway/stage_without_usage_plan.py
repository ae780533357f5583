r"""API Gateway stage belongs to no usage plan.

A usage plan gives each customer a key, a rate and a quota, so that one of them cannot use up what is there for all.
APIs without customers of that kind need none, so that the rule runs only when selected.

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

resource "aws_api_gateway_usage_plan" "partners" {
  name = "partners"

  api_stages {
    api_id = var.api
    stage  = aws_api_gateway_stage.live.stage_name
  }
}

variable "api" {
  type = string
}

variable "deployment" {
  type = string
}
```
## Fix
who may call how often is for people to say.
## See
https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule, Value

from ._shared import same

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "nist-800-53": ("CP-10",),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.14",),
    },
    aliases=(
        "783860a3-6dca-4c8b-81d0-7b62769ccbca",
        "7f8f1b60-43df-4c28-aa21-fb836dbd8071",
        "b3a59b8e-94a3-403e-b6e2-527abaf12034",
        "c999cf62-0920-40f8-8dda-0caccd66ed7e",
    ),
    default=False,
)


@rule.on("aws_api_gateway_stage", "aws_api_gateway_deployment")
def check(stage: Resource) -> Iterator[Finding]:
    if stage["stage_name"].absent:  # a deployment that makes no stage
        return
    if not any(
        _may_be_about(entry, stage) for plan in stage.graph.of("aws_api_gateway_usage_plan") for entry in _entries(plan)
    ):
        yield rule.found(stage, f"{stage} belongs to no usage plan")


def _entries(plan: Resource) -> tuple[Value, ...]:
    listed = plan["api_stages"]
    return (listed,) if listed.unknown or listed.open else plan.blocks("api_stages")


def _may_be_about(entry: Value, stage: Resource) -> bool:
    by_name = same(entry["stage"], stage["stage_name"])
    by_stage = True if any(stage is target for target in entry["stage"].refers) else by_name
    return by_stage is not False and same(entry["api_id"], stage["rest_api_id"]) is not False
