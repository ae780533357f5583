r"""Public API Gateway stage has no web application firewall.

A firewall in front stops known attacks and floods before they reach the backend, and buys time when a flaw becomes
known before its patch. It has its price, so that the rule runs only when selected.

## Bad
```terraform
resource "aws_api_gateway_stage" "live" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  deployment_id = var.deployment
  stage_name    = "live"
}

resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}

variable "deployment" {
  type = string
}
```
## Good
```terraform
resource "aws_api_gateway_stage" "live" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  deployment_id = var.deployment
  stage_name    = "live"
}

resource "aws_wafv2_web_acl_association" "live" {
  resource_arn = aws_api_gateway_stage.live.arn
  web_acl_arn  = var.firewall
}

resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}

variable "deployment" {
  type = string
}

variable "firewall" {
  type = string
}
```
## Fix
which rules the firewall needs depends on the API.
## See
https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

from ._shared import api_of, is_private

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N",
    standards={
        "pci-dss-4.0": ("6.4.2",),
        "nist-800-53": ("SC-7",),
        "soc-2": ("CC6.6",),
        "iso-27001": ("A.8.20",),
    },
    aliases=(
        "CKV2_AWS_29",
        "f5f38943-664b-4acc-ab11-f292fa10ed0b",
        "fcbf9019-566c-4832-a65c-af00d8137d2b",
        "a186e82c-1078-4a7b-85d8-579561fde884",
    ),
    default=False,
)


ASSOCIATIONS = ("aws_wafv2_web_acl_association", "aws_wafregional_web_acl_association")


@rule.on("aws_api_gateway_stage")
def check(stage: Resource) -> Iterator[Finding]:
    api = api_of(stage)
    if api is None or is_private(api) is not False:
        return
    if all(stage.lacks(kind, "resource_arn") for kind in ASSOCIATIONS):
        yield rule.found(stage, f"{stage} has no web application firewall")
