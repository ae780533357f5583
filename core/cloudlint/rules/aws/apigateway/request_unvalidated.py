r"""API Gateway lets requests through without looking at them.

A validator refuses what does not fit the model before it reaches the backend: missing parameters, bodies of the wrong
shape. The backend has to check anyway, so that the rule runs only when selected.

## Bad
```terraform
resource "aws_api_gateway_method" "orders" {
  rest_api_id   = var.api
  resource_id   = var.resource
  http_method   = "GET"
  authorization = "AWS_IAM"
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
  rest_api_id          = var.api
  resource_id          = var.resource
  http_method          = "GET"
  authorization        = "AWS_IAM"
  request_validator_id = aws_api_gateway_request_validator.all.id
}

variable "api" {
  type = string
}

variable "resource" {
  type = string
}

resource "aws_api_gateway_request_validator" "all" {
  name                        = "all"
  rest_api_id                 = var.api
  validate_request_body       = true
  validate_request_parameters = true
}
```
## Fix
what a valid request looks like is for people to say.
## See
https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    standards={
        "nist-800-53": (
            "CM-2",
            "CM-6",
        ),
        "soc-2": ("CC8.1",),
        "iso-27001": ("A.8.9",),
    },
    aliases=("CKV2_AWS_53",),
    default=False,
)


@rule.on("aws_api_gateway_method")
def check(method: Resource) -> Iterator[Finding]:
    validator = method["request_validator_id"]
    if validator.absent and not method["http_method"].equals("OPTIONS"):
        yield rule.found(validator, f"{method} lets requests through without looking at them")
