r"""API Gateway asks the backend again for every request.

With the cache switched on for a method, the same question is answered without asking again, and the backend stands a
flood of requests much longer. That suits only some APIs, so that the rule runs only when selected.

## Bad
```terraform
resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = var.api
  stage_name  = "live"
  method_path = "*/*"

  settings {
    logging_level   = "ERROR"
    caching_enabled = false
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
    logging_level        = "ERROR"
    caching_enabled      = true
    cache_data_encrypted = true
  }
}

variable "api" {
  type = string
}
```
## Fix
which answers may be kept, and for how long, is for people to decide.
## See
https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

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
        "CKV_AWS_225",
        "AWS-0190",
        "aws-apigateway-enable-cache",
        "AVD-AWS-0190",
    ),
    default=False,
)


@rule.on("aws_api_gateway_method_settings")
def check(settings: Resource) -> Iterator[Finding]:
    message = "{resource} lets every request through to the backend"
    yield from rule.expect(settings, "settings.caching_enabled", True, message=message, fix=False)
