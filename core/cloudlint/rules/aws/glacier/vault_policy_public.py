r"""Glacier vault policy lets everyone in.

Archives are the oldest data of a company, and often the least looked after. A principal of `*` lets every AWS account
start a job that fetches them.

## Bad
```terraform
resource "aws_glacier_vault" "archive" {
  name = "archive"

  access_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "reader"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:role/archivist" }
        Action    = "glacier:InitiateJob"
        Resource  = "arn:aws:glacier:eu-west-1:111122223333:vaults/archive"
      },
      {
        Sid       = "everyone"
        Effect    = "Allow"
        Principal = "*" # restore test
        Action    = "glacier:InitiateJob"
        Resource  = "arn:aws:glacier:eu-west-1:111122223333:vaults/archive"
      }
    ]
  })
}
```
## Good
```terraform
resource "aws_glacier_vault" "archive" {
  name = "archive"

  access_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "reader"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:role/archivist" }
        Action    = "glacier:InitiateJob"
        Resource  = "arn:aws:glacier:eu-west-1:111122223333:vaults/archive"
      }
    ]
  })
}
```
## Fix
Unsafe: the statement is taken away, and whoever came in through it is refused from then on. Where it is the only
statement there is no fix.
## See
https://docs.aws.amazon.com/amazonglacier/latest/dev/vault-access-policy.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.iam_conditions import public_principals
from cloudlint.vocabulary.iam_policy import policy_of

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
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
    aliases=("CKV_AWS_167",),
)


@rule.on("aws_glacier_vault")
def check(vault: Resource) -> Iterator[Finding]:
    policy = policy_of(vault["access_policy"])
    for statement in policy.statements if policy is not None else ():
        for principal in public_principals(statement):
            fix = statement.value.remove() if policy is not None and len(policy.statements) > 1 else None
            yield rule.found(principal, f"The policy of {vault} lets everyone in", fix=fix)
