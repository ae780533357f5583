r"""IAM policy allows every action of IAM.

Whoever may do everything in IAM can give itself every other right: it attaches an administrator's policy to itself or
makes a new key for an administrator. A limit on resources helps little, because users and roles are such resources.

## Bad
```terraform
resource "aws_iam_group_policy" "support" {
  name  = "support"
  group = "support"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["ec2:DescribeInstances", "iam:*"]
      Resource = "*"
    }]
  })
}
```
## Good
```terraform
resource "aws_iam_group_policy" "support" {
  name  = "support"
  group = "support"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["ec2:DescribeInstances", "iam:GetUser"]
      Resource = "*"
    }]
  })
}
```
## Fix
Which actions of IAM are needed only the author knows.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule
from cloudlint.vocabulary.iam_policy import wildcard_actions

from ._shared import IDENTITY_POLICIES, statements

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H",
    standards={
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV2_AWS_40",),
)


@rule.on(*IDENTITY_POLICIES)
def check(policy: Resource) -> Iterator[Finding]:
    for statement in statements(policy):
        if statement.allows:
            for action in wildcard_actions(statement, "iam"):
                if ":" in str(action.known):  # `*` is the matter of other rules
                    yield rule.found(action, f"Every action of IAM is allowed by {policy}")
