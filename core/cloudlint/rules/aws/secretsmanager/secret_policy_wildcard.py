r"""Secret policy names everyone or allows everything.

With the principal `*` every AWS account may ask for the secret. With `secretsmanager:*` whoever may read it may also
change it, delete it and rewrite its policy.

## Bad
```terraform
resource "aws_secretsmanager_secret" "db" {
  name = "orders/db"
}

resource "aws_secretsmanager_secret_policy" "db" {
  secret_arn = aws_secretsmanager_secret.db.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:role/deploy" }
        Action    = "secretsmanager:GetSecretValue"
        Resource  = "*"
      },
      {
        Effect    = "Allow"
        Principal = { AWS = "*" }
        Action    = "secretsmanager:GetSecretValue" # for now
        Resource  = "*"
      }
    ]
  })
}
```
## Good
```terraform
resource "aws_secretsmanager_secret" "db" {
  name = "orders/db"
}

resource "aws_secretsmanager_secret_policy" "db" {
  secret_arn = aws_secretsmanager_secret.db.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:role/deploy" }
        Action    = "secretsmanager:GetSecretValue"
        Resource  = "*"
      }
    ]
  })
}
```
## Fix
Unsafe: the statement is taken away, and whoever came in through it is refused from then on. Where it is the only
statement there is no fix.
## See
https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html
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
    aliases=(
        "fa00ce45-386d-4718-8392-fb485e1f3c5b",
        "AC_AWS_0501",
    ),
)


@rule.on("aws_secretsmanager_secret", "aws_secretsmanager_secret_policy")
def check(holder: Resource) -> Iterator[Finding]:
    policy = policy_of(holder["policy"])
    for statement in policy.statements if policy is not None else ():
        too_wide = public_principals(statement)
        if not too_wide and statement.allows and not statement.conditions:
            too_wide = wildcard_actions(statement, "secretsmanager")
        for value in too_wide[:1]:
            fix = statement.value.remove() if policy is not None and len(policy.statements) > 1 else None
            what = value.text or value.name
            yield rule.found(value, f"The policy of {holder} is too wide with `{what}`", fix=fix)
