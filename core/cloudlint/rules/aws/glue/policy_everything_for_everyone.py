r"""Glue resource policy allows every action to everyone.

Anyone with an AWS account may read where all your data lies, change the definitions of tables so that jobs read
something else, or delete the catalogue.

## Bad
```terraform
resource "aws_glue_resource_policy" "all" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "glue:*"
      Resource  = "arn:aws:glue:eu-west-1:111122223333:*"
    }]
  })
}
```
## Good
```terraform
resource "aws_glue_resource_policy" "all" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::444455556666:root" }
      Action    = "glue:GetTable"
      Resource  = "arn:aws:glue:eu-west-1:111122223333:*"
    }]
  })
}
```
## Fix
Who may do what is for people to decide.
## See
https://docs.aws.amazon.com/glue/latest/dg/glue-policy-examples-resource-policies.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import CRITICAL, Finding, Resource, Rule
from cloudlint.vocabulary.iam_conditions import public_principals
from cloudlint.vocabulary.iam_policy import policy_of, wildcard_actions

rule = Rule(
    __name__,
    __doc__,
    severity=CRITICAL,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    standards={
        "pci-dss-4.0": ("7.2.1",),
        "hipaa": ("164.312(a)(1)",),
        "nist-800-53": ("AC-3", "AC-6"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.3",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("d25edb51-07fb-4a73-97d4-41cecdc53a22",),
)


@rule.on("aws_glue_resource_policy")
def check(holder: Resource) -> Iterator[Finding]:
    policy = policy_of(holder["policy"])
    for statement in policy.statements if policy is not None else ():
        if statement.allows and wildcard_actions(statement, "glue"):
            for principal in public_principals(statement):
                yield rule.found(principal, f"{holder} allows every action to everyone")
