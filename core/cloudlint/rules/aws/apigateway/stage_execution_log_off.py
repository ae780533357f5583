r"""API Gateway stage does not log how requests are handled.

Why a request was refused, which authorizer said what and what the backend answered stands only in the execution log.
Without it an incident cannot be pieced together. Errors alone are enough for that.

## Bad
```terraform
resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = var.api
  stage_name  = "live"
  method_path = "*/*"

  settings {
    logging_level = "OFF" # cheaper
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
    logging_level = "ERROR" # cheaper
  }
}

variable "api" {
  type = string
}
```
## Fix
Unsafe: deploying fails unless the account has a role for API Gateway to write logs with (aws_api_gateway_account).
## See
https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule, Value

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    fixes=UNSAFE,
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
        "CKV2_AWS_4",
        "1b6799eb-4a7a-4b04-9001-8cceb9999326",
    ),
)


@rule.on("aws_api_gateway_method_settings")
def check_settings(settings: Resource) -> Iterator[Finding]:
    for level in settings.each("settings.logging_level"):
        if level.absent or level.one_of(("OFF", "")):
            yield rule.found(level, f"{settings} does not log how requests are handled", fix=level.set("ERROR"))


@rule.on("aws_api_gateway_stage")
def check_stage(stage: Resource) -> Iterator[Finding]:
    kind = "aws_api_gateway_method_settings"
    everywhere = [it for it in stage.linked(kind, "stage_name") if not _is_partial(it["method_path"])]
    if not everywhere and not _may_have_settings(stage, kind):
        yield rule.found(stage, f"{stage} does not log how requests are handled")


@rule.on("aws_apigatewayv2_stage")
def check_routes(stage: Resource) -> Iterator[Finding]:
    level = stage["default_route_settings.logging_level"]
    apis = [found for found in stage["api_id"].refers if found.kind == "aws_apigatewayv2_api"]
    # Only WebSocket APIs have such a log.
    possible = stage["api_id"].absent or any(api["protocol_type"].equals("WEBSOCKET") for api in apis)
    if possible and (level.absent or level.one_of(("OFF", ""))):
        yield rule.found(level, f"{stage} does not log how requests are handled", fix=level.set("ERROR"))


def _is_partial(path: Value) -> bool:
    """Is the path surely not that of every method?"""
    return path.text not in (None, "*/*")


def _may_have_settings(stage: Resource, kind: str) -> bool:
    """May settings for every method that are not seen to be about another stage be about this one?"""
    own = stage["stage_name"]
    for settings in stage.graph.of(kind):
        name = settings["stage_name"]
        named = name.known is not None and name.known == own.known
        unclear = name.unknown and not name.refers
        if not _is_partial(settings["method_path"]) and (named or unclear):
            return True
    return False
