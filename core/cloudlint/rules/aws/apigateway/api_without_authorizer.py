r"""REST API has no authorizer.

Without one, callers prove who they are by a signature of IAM or not at all; tokens of your own users are looked at by
nobody before the backend. APIs that use IAM only need none, so that the rule runs only when selected.

## Bad
```terraform
resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}
```
## Good
```terraform
resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}

resource "aws_api_gateway_authorizer" "users" {
  name          = "users"
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  type          = "COGNITO_USER_POOLS"
  provider_arns = [var.user_pool]
}

variable "user_pool" {
  type = string
}
```
## Fix
who the callers are and how they prove it is for people to say.
## See
https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html
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
        "b16cdb37-ce15-4ab2-8401-d42b05d123fc",
        "7fd0d461-5b8c-4815-898c-f2b4b117eb28",
        "0a96ce49-4163-4ee6-8169-eb3b0797d694",
    ),
    default=False,
)


@rule.on("aws_api_gateway_rest_api")
def check(api: Resource) -> Iterator[Finding]:
    if api.lacks("aws_api_gateway_authorizer", "rest_api_id"):
        yield rule.found(api, f"{api} has no authorizer")
