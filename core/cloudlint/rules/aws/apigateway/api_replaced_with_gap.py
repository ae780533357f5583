r"""REST API is removed before its successor exists.

When a change replaces the API, nobody can call it from the moment the old one goes until the new one stands.
Replacing an API is rare, so that the rule runs only when selected.

## Bad
```terraform
resource "aws_api_gateway_rest_api" "shop" {
  name = "shop" # of the web team
}
```
## Good
```terraform
resource "aws_api_gateway_rest_api" "shop" {
  name = "shop" # of the web team

  lifecycle {
    create_before_destroy = true
  }
}
```
## See
https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle
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
    aliases=("CKV_AWS_237",),
    default=False,
)


@rule.on("aws_api_gateway_rest_api", frameworks=("terraform",))
def check(api: Resource) -> Iterator[Finding]:
    message = "{resource} is removed before its successor exists"
    yield from rule.expect(api, "lifecycle.create_before_destroy", True, message=message)
