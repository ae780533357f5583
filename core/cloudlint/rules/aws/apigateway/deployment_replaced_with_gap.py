r"""Deployment of an API is removed before its successor exists.

A stage cannot lose the deployment that it points at, so that the apply stops half-way with an error, or the API is
away until the new one is there. Made first and removed afterwards, nobody notices.

## Bad
```terraform
resource "aws_api_gateway_deployment" "live" {
  rest_api_id = var.api

  lifecycle {
    create_before_destroy = false # order of old
  }
}

variable "api" {
  type = string
}
```
## Good
```terraform
resource "aws_api_gateway_deployment" "live" {
  rest_api_id = var.api

  lifecycle {
    create_before_destroy = true # order of old
  }
}

variable "api" {
  type = string
}
```
## See
https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_deployment
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=SAFE,
    standards={
        "nist-800-53": ("CP-10",),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.14",),
    },
    aliases=("CKV_AWS_217",),
)


@rule.on("aws_api_gateway_deployment", frameworks=("terraform",))
def check(deployment: Resource) -> Iterator[Finding]:
    message = "{resource} is removed before its successor exists"
    yield from rule.expect(deployment, "lifecycle.create_before_destroy", True, message=message)
