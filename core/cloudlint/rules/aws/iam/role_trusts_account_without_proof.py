r"""IAM role trusts another account without an external id or MFA.

A service provider that works in the accounts of many customers can be talked into using the role of the wrong one:
whoever knows the name of your role gives it as their own. An external id, agreed with each customer, or MFA for
people prevents it.

## Bad
```terraform
resource "aws_iam_role" "monitoring" {
  name = "monitoring"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = "arn:aws:iam::111122223333:root" }
    }]
  })
}
```
## Good
```terraform
resource "aws_iam_role" "monitoring" {
  name = "monitoring"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = "arn:aws:iam::111122223333:root" }
      Condition = { StringEquals = { "sts:ExternalId" = "b7d3c0" } }
    }]
  })
}
```
## Fix
The external id has to be agreed with the owner of the other account.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.iam_conditions import requires_mfa
from cloudlint.vocabulary.iam_policy import Condition

from ._shared import DOCUMENT, account_of, trusts, whole_accounts

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N",
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
        "af167837-9636-4086-b815-c239186b9dda",
        "85138beb-ce7c-4ca3-a09f-e8fbcc57ddd7",
        "09c35abf-5852-4622-ac7a-b987b331232e",
    ),
    default=False,
)


@rule.on("aws_iam_role", DOCUMENT)
def check(role: Resource) -> Iterator[Finding]:
    for statement in trusts(role):
        if statement.allows and not requires_mfa(statement) and not any(map(_is_proof, statement.conditions)):
            for account in whole_accounts(statement):
                message = f"{role} trusts account {account_of(account)} without an external id or MFA"
                yield rule.found(account, message)


def _is_proof(condition: Condition) -> bool:
    """An external id; what is not known may be one."""
    if condition.key and condition.key.lower() != "sts:externalid":
        return False
    return any(value.text != "" for value in condition.values)
