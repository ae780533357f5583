r"""API Gateway method answers everyone.

Neither a signature nor a token nor a key is asked for, so that whoever finds the address can call what lies behind it
as often as he likes.

## Bad
```terraform
resource "aws_api_gateway_method" "orders" {
  rest_api_id   = var.api
  resource_id   = var.resource
  http_method   = "GET"
  authorization = "NONE" # for the demo
}

variable "api" {
  type = string
}

variable "resource" {
  type = string
}
```
## Good
```terraform
resource "aws_api_gateway_method" "orders" {
  rest_api_id   = var.api
  resource_id   = var.resource
  http_method   = "GET"
  authorization = "AWS_IAM" # for the demo
}

variable "api" {
  type = string
}

variable "resource" {
  type = string
}
```
## Bad
```cloudformation
Resources:
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      HttpMethod: GET
      AuthorizationType: NONE # to be done
      ResourceId: orders
      RestApiId: shop
```
## Good
```cloudformation
Resources:
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      HttpMethod: GET
      AuthorizationType: AWS_IAM # to be done
      ResourceId: orders
      RestApiId: shop
```
## Fix
Unsafe: callers that do not sign their requests are refused; where they bring a token instead, name its authorizer.
## See
https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

from ._shared import api_of, is_private

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
    aliases=(
        "CKV_AWS_59",
        "AWS-0004",
        "aws-apigateway-no-public-access",
        "AVD-AWS-0004",
        "3641d5b4-d339-4bc2-bfb9-208fe8d3477f",
        "671211c5-5d2a-4e97-8867-30fc28b02216",
        "1056dfbb-5802-4762-bf2b-8b9b9684b1b0",
        "15ccec05-5476-4890-ad19-53991eba1db8",
        "AC_AWS_0439",
        "AWS.APGM.IS.LOW.0056",
    ),
)


@rule.on("aws_api_gateway_method")
def check(method: Resource) -> Iterator[Finding]:
    authorization, key = method["authorization"], method["api_key_required"]
    asks_nothing = (authorization.absent or authorization.equals("NONE")) and (key.absent or key.equals(False))
    if not asks_nothing or method["http_method"].equals("OPTIONS"):  # browsers ask that one without credentials
        return
    api = api_of(method)
    if api is None or not is_private(api):
        yield rule.found(authorization, f"{method} answers everyone", fix=authorization.set("AWS_IAM"))
