r"""EFS policy allows every action to everyone.

Whoever reaches a mount target may read and write as root, and whoever has an AWS account may change the file system
itself, delete it or take its protection away.

## Bad
```terraform
resource "aws_efs_file_system_policy" "uploads" {
  file_system_id = "fs-0123456789abcdef0"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "*" }
        Action    = "elasticfilesystem:*" # for a test
      },
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:role/uploads" }
        Action    = "elasticfilesystem:ClientMount"
      }
    ]
  })
}
```
## Good
```terraform
resource "aws_efs_file_system_policy" "uploads" {
  file_system_id = "fs-0123456789abcdef0"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:role/uploads" }
        Action    = "elasticfilesystem:ClientMount"
      }
    ]
  })
}
```
## Fix
Unsafe: the statement is taken away, and whoever came in through it is refused. A policy of one statement is left to
people.
## See
https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
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
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("7.2.1",),
        "hipaa": ("164.312(a)(1)",),
        "nist-800-53": ("AC-3", "AC-6"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.3",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "fae52418-bb8b-4ac2-b287-0b9082d6a3fd",
        "AC_AWS_0464",
        "AWS.AEFSP.IAM.HIGH.0059",
    ),
)


@rule.on("aws_efs_file_system_policy")
def check(holder: Resource) -> Iterator[Finding]:
    policy = policy_of(holder["policy"])
    statements = policy.statements if policy is not None else ()
    for statement in statements:
        if statement.allows and wildcard_actions(statement, "elasticfilesystem"):
            fix = statement.value.remove() if len(statements) > 1 else None
            for principal in public_principals(statement):
                yield rule.found(principal, f"{holder} allows every action to everyone", fix=fix)
