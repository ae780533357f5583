r"""IAM policy lets its holder pass any role to a service.

Who may pass a role can let a service act with it. Without a list of roles that includes the role of an administrator,
so that starting an instance or a function is enough to take over the account.

## Bad
```terraform
resource "aws_iam_role_policy" "runner" {
  name = "runner"
  role = "runner"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:PassRole"
      Resource = "*"
    }]
  })
}
```
## Good
```terraform
resource "aws_iam_role_policy" "runner" {
  name = "runner"
  role = "runner"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:PassRole"
      Resource = "arn:aws:iam::111122223333:role/task"
    }]
  })
}
```
## Fix
Which roles may be passed only the author knows.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule

from ._shared import IDENTITY_POLICIES, covering, granting, unlimited

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:H/A:H",
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
        "AWS-0342",
        "aws-iam-filter-passrole-access",
        "AVD-AWS-0342",
        "e39bee8c-fe54-4a3f-824d-e5e2d1cca40a",
    ),
)


@rule.on(*IDENTITY_POLICIES)
def check(policy: Resource) -> Iterator[Finding]:
    for statement in unlimited(policy, granting("iam:PassRole")):
        for element, _ in covering(statement, ("iam:PassRole",)):
            if element.text != "iam:*":  # the holder needs no role to pass
                yield rule.found(element, f"Any role may be passed to a service under {policy}")
