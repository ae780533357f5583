r"""API Gateway method asks for nothing in an API whose policy lets everyone in.

The policy of the API is a door of its own, and here it stands as open as the method behind it: not even an account or
an address has to fit. This goes for OPTIONS as well, so that the rule runs only when selected.

## Bad
```terraform
resource "aws_api_gateway_method" "orders" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  resource_id   = aws_api_gateway_rest_api.shop.root_resource_id
  http_method   = "OPTIONS"
  authorization = "NONE" # for the demo
}

resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = "*", Action = "execute-api:Invoke", Resource = "*" }
    ]
  })
}
```
## Good
```terraform
resource "aws_api_gateway_method" "orders" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  resource_id   = aws_api_gateway_rest_api.shop.root_resource_id
  http_method   = "OPTIONS"
  authorization = "AWS_IAM" # for the demo
}

resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = "*", Action = "execute-api:Invoke", Resource = "*" }
    ]
  })
}
```
## Fix
Unsafe: callers that do not sign their requests are refused from then on.
## See
https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.iam_conditions import public_principals
from cloudlint.vocabulary.iam_policy import Policy, covering_action, open_principals, policy_of

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
    aliases=("CKV2_AWS_70",),
    default=False,
)


ACTION = "execute-api:Invoke"


@rule.on("aws_api_gateway_method")
def check(method: Resource) -> Iterator[Finding]:
    authorization, key = method["authorization"], method["api_key_required"]
    api = api_of(method)
    if api is None or not (authorization.absent or authorization.equals("NONE")):
        return
    if (key.absent or key.equals(False)) and not is_private(api) and _lets_everyone_in(api):
        message = f"{method} asks for nothing, and the policy of {api} lets everyone in"
        yield rule.found(authorization, message, fix=authorization.set("AWS_IAM"))


def _lets_everyone_in(api: Resource) -> bool:
    companions = api.linked("aws_api_gateway_rest_api_policy", "rest_api_id")
    policies = [policy_of(holder["policy"]) for holder in (api, *companions)]
    return any(policy is not None and _is_open(policy) for policy in policies)


def _is_open(policy: Policy) -> bool:
    """Does a statement let everyone call, and no other one refuse?"""
    for statement in policy.statements:
        if not statement.allows and covering_action(statement, ACTION) is not None:
            return False
    return any(
        public_principals(statement) and open_principals(statement) and covering_action(statement, ACTION) is not None
        for statement in policy.statements
    )
