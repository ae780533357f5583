r"""Policy of a REST API lets everyone call it.

The policy was made to keep callers out by account, network or address, and this one keeps out nobody: any mistake in
the authorization of a single method then shows at once.

## Bad
```terraform
resource "aws_api_gateway_rest_api_policy" "ledger" {
  rest_api_id = var.api
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = "*", Action = "execute-api:*", Resource = "*" }
    ]
  })
}

variable "api" {
  type = string
}
```
## Good
```terraform
resource "aws_api_gateway_rest_api_policy" "ledger" {
  rest_api_id = var.api
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "execute-api:Invoke"
        Resource  = "*"
        Condition = { StringEquals = { "aws:SourceVpce" = "vpce-0a1b2c3d4e5f60718" } }
      }
    ]
  })
}

variable "api" {
  type = string
}
```
## Fix
who should be let in is for people to say.
## See
https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.iam_conditions import public_principals
from cloudlint.vocabulary.iam_policy import policy_of

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N",
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
        "AWS.APGRAP.IAM.HIGH.0064",
    ),
)


@rule.on("aws_api_gateway_rest_api_policy", "aws_api_gateway_rest_api")
def check(holder: Resource) -> Iterator[Finding]:
    policy = policy_of(holder["policy"])
    statements = policy.statements if policy is not None else ()
    if any(statement.denies and statement.conditions for statement in statements):
        return  # lets everyone in, then refuses those who do not fit
    for statement in statements:
        for principal in public_principals(statement)[:1]:
            yield rule.found(principal, f"The policy of {holder} lets everyone call the API")
