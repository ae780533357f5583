r"""API lets the pages of every site read its answers.

Browsers keep one site from reading the data of another, and this setting takes that away for the API: a page that a
colleague opens by mistake can use an API inside your network. For data that is public anyway it is fine, so that the
rule runs only when selected.

## Bad
```terraform
resource "aws_apigatewayv2_api" "shop" {
  name          = "shop"
  protocol_type = "HTTP"

  cors_configuration {
    allow_methods = ["GET"]
    allow_origins = ["*"]
  }
}
```
## Good
```terraform
resource "aws_apigatewayv2_api" "shop" {
  name          = "shop"
  protocol_type = "HTTP"

  cors_configuration {
    allow_methods = ["GET"]
    allow_origins = ["https://shop.example.com"]
  }
}
```
## Fix
whose pages use the API is for people to say.
## See
https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N",
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
    aliases=(
        "AC_AWS_0441",
        "AWS.ApiGatewayV2Api.AccessControl.0630",
    ),
    default=False,
)


@rule.on("aws_apigatewayv2_api")
def check(api: Resource) -> Iterator[Finding]:
    for origin in api["cors_configuration.allow_origins"].items():
        if origin.one_of(("*", "http://*", "https://*")):
            yield rule.found(origin, f"{api} lets the pages of every site read its answers")
