r"""IAM policy allows every action except those that it names.

`NotAction` with `Allow` is an open list: it grants hundreds of services that nobody thought of, and every service
that AWS adds later. What was meant is mostly a Deny of the named actions.

## Bad
```terraform
resource "aws_iam_policy" "developer" {
  name = "developer"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      NotAction = ["iam:*", "organizations:*"]
      Resource  = "*"
    }]
  })
}
```
## Good
```terraform
resource "aws_iam_policy" "developer" {
  name = "developer"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["lambda:UpdateFunctionCode", "logs:GetLogEvents"]
      Resource = "*"
    }]
  })
}
```
## Fix
Which actions are needed only the author knows.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.iam_policy import Statement, every_resource

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
    aliases=(),
)


@rule.on(*IDENTITY_POLICIES)
def check(policy: Resource) -> Iterator[Finding]:
    for statement in statements(policy):
        if statement.not_actions and statement.allows and not statement.conditions and _reaches_everything(statement):
            listed = statement.value.entry("NotAction")
            yield rule.found(listed, f"{policy} allows every action except a few with `NotAction`")


def _reaches_everything(statement: Statement) -> bool:
    return bool(statement.not_resources) or every_resource(statement) is not None
