r"""Glue catalog policy names everyone or allows everything.

With the principal `*` every AWS account may read the catalogue. With `glue:*` whoever may read it may also change it,
and point your queries at data of their own.

## Bad
```terraform
resource "aws_glue_resource_policy" "main" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::444455556666:root" }
        Action    = "glue:GetTable"
        Resource  = "arn:aws:glue:eu-west-1:111122223333:*"
      },
      {
        Effect    = "Allow"
        Principal = { AWS = "*" }
        Action    = "glue:GetTable" # for now
        Resource  = "arn:aws:glue:eu-west-1:111122223333:*"
      }
    ]
  })
}
```
## Good
```terraform
resource "aws_glue_resource_policy" "main" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::444455556666:root" }
        Action    = "glue:GetTable"
        Resource  = "arn:aws:glue:eu-west-1:111122223333:*"
      }
    ]
  })
}
```
## Fix
Unsafe: the statement is taken away, and whoever came in through it is refused from then on. Where it is the only
statement there is no fix.
## See
https://docs.aws.amazon.com/glue/latest/dg/security_iam_resource-based-policy-examples.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.iam_conditions import public_principals
from cloudlint.vocabulary.iam_policy import policy_of, wildcard_actions

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("d25edb51-07fb-4a73-97d4-41cecdc53a22",),
)


@rule.on("aws_glue_resource_policy")
def check(holder: Resource) -> Iterator[Finding]:
    policy = policy_of(holder["policy"])
    for statement in policy.statements if policy is not None else ():
        too_wide = public_principals(statement)
        if not too_wide and statement.allows and not statement.conditions:
            too_wide = wildcard_actions(statement, "glue")
        for value in too_wide[:1]:
            fix = statement.value.remove() if policy is not None and len(policy.statements) > 1 else None
            yield rule.found(value, f"{holder} is too wide with `{value.text or value.name}`", fix=fix)
