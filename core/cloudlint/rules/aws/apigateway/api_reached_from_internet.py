r"""REST API can be reached from the internet.

An API for your own services needs no address on the internet: as a private one it is reached through an endpoint in
your VPC and by nobody else. Many are meant for the public, so that the rule runs only when selected.

## Bad
```terraform
resource "aws_api_gateway_rest_api" "ledger" {
  name = "ledger"

  endpoint_configuration {
    types = ["REGIONAL"]
  }
}
```
## Good
```terraform
resource "aws_api_gateway_rest_api" "ledger" {
  name = "ledger"

  endpoint_configuration {
    types            = ["PRIVATE"]
    vpc_endpoint_ids = [var.endpoint]
  }
}

variable "endpoint" {
  type = string
}
```
## Fix
a private API needs an endpoint in a VPC and a policy first.
## See
https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import is_private

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": (
            "1.3.1",
            "1.4.4",
        ),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-7",),
        "soc-2": ("CC6.6",),
        "iso-27001": ("A.8.20",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "559439b2-3e9c-4739-ac46-17e3b24ec215",
        "4a8daf95-709d-4a36-9132-d3e19878fa34",
        "6b2739db-9c49-4db7-b980-7816e0c248c1",
        "6b5b0313-771b-4319-ad7a-122ee78700ef",
        "4d424558-c6d1-453c-be98-9a7f877abd9a",
        "AC_AWS_0011",
        "AWS.APIGateway.NetworkSecurity.Medium.0570",
    ),
    default=False,
)


@rule.on("aws_api_gateway_rest_api")
def check(api: Resource) -> Iterator[Finding]:
    if is_private(api) is False:
        yield rule.found(api["endpoint_configuration.types"], f"{api} can be reached from the internet")
