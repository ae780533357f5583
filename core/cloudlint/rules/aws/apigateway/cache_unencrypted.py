r"""Cache of an API Gateway stage is not encrypted.

The cache holds whole answers, personal data included, and keeps them in plain text on its disk. Encrypting it costs
nothing.

## Bad
```terraform
resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = var.api
  stage_name  = "live"
  method_path = "*/*"

  settings {
    logging_level        = "ERROR"
    caching_enabled      = true
    cache_data_encrypted = false # small data
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
    cache_data_encrypted = true # small data
  }
}

variable "api" {
  type = string
}
```
## Fix
Unsafe: the cache is emptied once, so that the backend has more to do for a while.
## See
https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": (
            "SC-28",
            "SC-28(1)",
        ),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "CKV_AWS_308",
        "AWS-0002",
        "aws-apigateway-enable-cache-encryption",
        "AVD-AWS-0002",
        "AWS-0110",
        "aws-sam-enable-api-cache-encryption",
        "AVD-AWS-0110",
        "37cca703-b74c-48ba-ac81-595b53398e9b",
        "b7c9a40c-23e4-4a2d-8d39-a3352f10f288",
    ),
)


@rule.on("aws_api_gateway_method_settings")
def check(settings: Resource) -> Iterator[Finding]:
    for block in settings.blocks("settings"):
        if block["caching_enabled"].equals(True):
            yield from rule.expect(
                block, "cache_data_encrypted", True, message="The cache of {resource} is not encrypted"
            )
