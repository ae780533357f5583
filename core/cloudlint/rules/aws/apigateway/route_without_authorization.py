r"""API Gateway route answers everyone.

Neither a signature nor a token is asked for, so that whoever finds the address can call what lies behind it as often
as he likes.

## Bad
```terraform
resource "aws_apigatewayv2_route" "orders" {
  api_id             = var.api
  route_key          = "GET /orders"
  authorization_type = "NONE" # for the demo
}

variable "api" {
  type = string
}
```
## Good
```terraform
resource "aws_apigatewayv2_route" "orders" {
  api_id             = var.api
  route_key          = "GET /orders"
  authorization_type = "AWS_IAM" # for the demo
}

variable "api" {
  type = string
}
```
## Fix
Unsafe: callers that do not sign their requests are refused; where they bring a token instead, name its authorizer.
## See
https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("7.2.1",),
        "hipaa": ("164.312(a)(1)",),
        "nist-800-53": (
            "AC-3",
            "AC-6",
        ),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.3",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV_AWS_309",),
)


@rule.on("aws_apigatewayv2_route")
def check(route: Resource) -> Iterator[Finding]:
    kind = route["authorization_type"]
    if (kind.absent or kind.equals("NONE")) and not _needs_none(route):
        yield rule.found(kind, f"{route} answers everyone", fix=kind.set("AWS_IAM"))


def _needs_none(route: Resource) -> bool:
    """Browsers ask OPTIONS without credentials; a WebSocket is authorized when it is opened, not at each message."""
    key = route["route_key"].text or ""
    if key.startswith("OPTIONS "):
        return True
    apis = [found for found in route["api_id"].refers if found.kind == "aws_apigatewayv2_api"]
    return key != "$connect" and any(api["protocol_type"].equals("WEBSOCKET") for api in apis)
