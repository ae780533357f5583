r"""IAM policy allows every action on every resource.

Whoever holds this policy owns the account: it can read and delete all data, create users and switch off the logging
that would show it. One stolen key or one faulty program is then enough to lose everything.

## Bad
```terraform
resource "aws_iam_policy" "deploy" {
  name = "deploy"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "*"
      Resource = "*"
    }]
  })
}
```
## Good
```terraform
resource "aws_iam_policy" "deploy" {
  name = "deploy"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["ecs:DescribeServices", "ecs:UpdateService"]
      Resource = "arn:aws:ecs:eu-west-1:111122223333:service/shop/web"
    }]
  })
}
```
## Bad
```terraform
data "aws_iam_policy_document" "deploy" {
  statement {
    actions   = ["*"]
    resources = ["*"]
  }
}
```
## Good
```terraform
data "aws_iam_policy_document" "deploy" {
  statement {
    actions   = ["ecs:UpdateService"]
    resources = ["arn:aws:ecs:eu-west-1:111122223333:service/shop/web"]
  }
}
```
## Fix
Which actions are needed only the author knows; the last accessed information of IAM shows which ones were used.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule
from cloudlint.vocabulary.iam_policy import is_admin

from ._shared import IDENTITY_POLICIES, statements, trusts

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H",
    standards={
        "cis-aws-3.0": ("1.16",),
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV_AWS_1",
        "CKV_AWS_62",
        "CKV_AWS_49",
        "CKV_AWS_63",
        "CKV_AWS_109",
        "CKV_AWS_289",
        "CKV2_AWS_40",
        "AWS-0057",
        "aws-iam-no-policy-wildcards",
        "AVD-AWS-0057",
        "e401d614-8026-4f4b-9af9-75d1197461ba",
        "953b3cdb-ce13-428a-aa12-318726506661",
        "2f37c4a3-58b9-4afe-8a87-d7f1d2286f84",
        "b5ed026d-a772-4f07-97f9-664ba0b116f8",
        "f62aa827-4ade-4dc4-89e4-1433d384a368",
        "575a2155-6af1-4026-b1af-d5bc8fe2a904",
        "a0ae0a4e-712b-4115-8112-51b9eeed9d69",
        "59ebb4f3-2a6c-46dc-b4f0-cc5418dcddcd",
        "b1ffa705-19a3-4b73-b9d0-0c97d0663842",
        "132a8c31-9837-4203-9fd1-15ca210c7b73",
        "AC_AWS_0143",
        "AC_AWS_0144",
        "AC_AWS_0146",
        "AC_AWS_0147",
        "AC_AWS_0474",
    ),
)


@rule.on(*IDENTITY_POLICIES)
def check(policy: Resource) -> Iterator[Finding]:
    for statement in statements(policy):
        action = is_admin(statement)
        if action is not None:
            yield rule.found(action, f"Every action on every resource is allowed by {policy}")


@rule.on("aws_iam_role")
def trust(role: Resource) -> Iterator[Finding]:
    """Written into the wrong policy of a role, which shows what was meant."""
    for statement in trusts(role):
        action = is_admin(statement)
        if action is not None:
            yield rule.found(action, f"Every action on every resource is allowed by the trust policy of {role}")
