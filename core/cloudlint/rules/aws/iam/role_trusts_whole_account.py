r"""IAM role can be assumed by anybody in an account.

A trust policy that names an account, or its root, leaves it to that account whom to let in: every user and role there
with the right to assume roles can use this one. Naming the role that needs it keeps the decision here.

## Bad
```terraform
resource "aws_iam_role" "reports" {
  name = "reports"
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
resource "aws_iam_role" "reports" {
  name = "reports"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = "arn:aws:iam::111122223333:role/scheduler" }
    }]
  })
}
```
## Fix
Which role of the account is meant only the author knows.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

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
        "CKV_AWS_61",
        "12a7a7ce-39d6-49dd-923d-aeb4564eb66c",
        "bcdcbdc6-a350-4855-ae7c-d1e6436f7c97",
    ),
    default=False,
)


@rule.on("aws_iam_role", DOCUMENT)
def check(role: Resource) -> Iterator[Finding]:
    for statement in trusts(role):
        if statement.allows:
            for account in whole_accounts(statement):
                yield rule.found(account, f"Anybody in account {account_of(account)} may be let in by {role}")
