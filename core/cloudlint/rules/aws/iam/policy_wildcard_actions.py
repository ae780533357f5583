r"""IAM policy allows every action of every service on some resources.

A list of resources does not make `*` small: it holds deleting, sharing and changing the policy of each resource, and
every action that AWS will add. What a program needs is a short list.

## Bad
```terraform
resource "aws_iam_role_policy" "reports" {
  name = "reports"
  role = "reports"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["*"]
      Resource = "arn:aws:s3:::example-reports/*"
    }]
  })
}
```
## Good
```terraform
resource "aws_iam_role_policy" "reports" {
  name = "reports"
  role = "reports"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:GetObject"]
      Resource = "arn:aws:s3:::example-reports/*"
    }]
  })
}
```
## Fix
Which actions are needed only the author knows.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.iam_policy import every_action, is_admin

from ._shared import IDENTITY_POLICIES, statements

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:H/A:L",
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
        "CKV_AWS_49",
        "CKV_AWS_63",
        "AWS-0057",
        "aws-iam-no-policy-wildcards",
        "AVD-AWS-0057",
    ),
)


@rule.on(*IDENTITY_POLICIES)
def check(policy: Resource) -> Iterator[Finding]:
    for statement in statements(policy):
        action = every_action(statement)
        if action is not None and statement.allows and is_admin(statement) is None:
            yield rule.found(action, f"Every action of every service is allowed by {policy}")
