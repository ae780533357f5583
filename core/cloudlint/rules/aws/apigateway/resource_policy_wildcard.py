r"""API Gateway resource policy allows everyone every action on the API.

Where the policy names neither callers nor actions it is no limit at all, and private APIs become reachable from every
network that has an endpoint.

## Bad
```terraform
resource "aws_api_gateway_rest_api_policy" "shop" {
  rest_api_id = "a1b2c3d4e5"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "execute-api:*"
      Resource  = "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/*"
    }]
  })
}
```
## Good
```terraform
resource "aws_api_gateway_rest_api_policy" "shop" {
  rest_api_id = "a1b2c3d4e5"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/shop" }
      Action    = "execute-api:Invoke"
      Resource  = "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/*"
    }]
  })
}
```
## Fix
Who may call the API only the author knows.
## See
https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule
from cloudlint.vocabulary.iam_conditions import public_principals
from cloudlint.vocabulary.iam_policy import policy_of, wildcard_actions

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
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
        "b161c11b-a59b-4431-9a29-4e19f63e6b27",
        "AC_AWS_0440",
    ),
)


@rule.on("aws_api_gateway_rest_api_policy", "aws_api_gateway_rest_api")
def check(api: Resource) -> Iterator[Finding]:
    policy = policy_of(api["policy"])
    if policy is None or any(statement.denies for statement in policy.statements):
        return  # the usual way is to allow everyone, and to deny all but some addresses
    for statement in policy.statements:
        if wildcard_actions(statement, "execute-api"):
            for principal in public_principals(statement):
                yield rule.found(principal, f"Everyone may do everything under the policy of {api}")
