r"""API Gateway reports no metrics for its methods.

How often a method fails, how long it takes and how often it is called shows that something is wrong before customers
say so. The metrics have their price, so that the rule runs only when selected.

## Bad
```terraform
resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = var.api
  stage_name  = "live"
  method_path = "*/*"

  settings {
    logging_level   = "ERROR"
    metrics_enabled = false # costs
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
    logging_level   = "ERROR"
    metrics_enabled = true # costs
  }
}

variable "api" {
  type = string
}
```
## See
https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
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
        "5d3c1807-acb3-4bb0-be4e-0440230feeaf",
        "081069cb-588b-4ce1-884c-2a1ce3029fe5",
        "AC_AWS_0007",
        "AWS.APIGateway.Logging.Medium.0569",
    ),
    default=False,
)


@rule.on("aws_api_gateway_method_settings")
def check(settings: Resource) -> Iterator[Finding]:
    message = "{resource} reports no metrics for its methods"
    yield from rule.expect(settings, "settings.metrics_enabled", True, message=message)
