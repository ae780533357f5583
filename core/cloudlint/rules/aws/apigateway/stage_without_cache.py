r"""API Gateway stage has no cache.

With a cache the same question is answered without asking the backend again, which then stands a flood of requests
much longer. A cache costs by the hour and suits only some APIs, so that the rule runs only when selected.

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
  cache_cluster_enabled = true
  cache_cluster_size    = "0.5"
}

variable "api" {
  type = string
}

variable "deployment" {
  type = string
}
```
## Fix
which answers may be kept, and how large the cache should be, is for people to decide.
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
        "CKV_AWS_120",
        "60a05ede-0a68-4d0d-a58f-f538cf55ff79",
        "52790cad-d60d-41d5-8483-146f9f21208d",
    ),
    default=False,
)


@rule.on("aws_api_gateway_stage")
def check(stage: Resource) -> Iterator[Finding]:
    yield from rule.expect(stage, "cache_cluster_enabled", True, message="{resource} has no cache", fix=False)
