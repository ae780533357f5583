r"""IAM user can assume roles without a second factor.

The rights that matter are often behind a role. If the user's key or password alone is enough to take it on, a thief
needs nothing more; a condition on multi-factor authentication ends it there.

## Bad
```terraform
resource "aws_iam_user_policy" "jim" {
  user = "jim"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "sts:AssumeRole"
      Resource = "arn:aws:iam::111122223333:role/operator"
    }]
  })
}
```
## Good
```terraform
resource "aws_iam_user_policy" "jim" {
  user = "jim"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Resource  = "arn:aws:iam::111122223333:role/operator"
      Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } }
    }]
  })
}
```
## Fix
Whether a person or a machine, which has no second factor, uses the policy only the author knows.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.iam_policy import allows_action

from ._shared import demands_mfa, policies

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N",
    standards={
        "pci-dss-4.0": ("8.4.2",),
        "hipaa": ("164.312(d)",),
        "nist-800-53": (
            "IA-2(1)",
            "IA-2(2)",
        ),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.5",),
        "nydfs-500": ("500.12",),
    },
    aliases=(
        "eee107f9-b3d8-45d3-b9c6-43b5a7263ce1",
        "3ddfa124-6407-4845-a501-179f90c65097",
        "b5681959-6c09-4f55-b42b-c40fa12d03ec",
    ),
    default=False,
)


@rule.on("aws_iam_user_policy")
def check(policy: Resource) -> Iterator[Finding]:
    for document in policies(policy):
        for statement in document.statements:
            action = allows_action(statement, "sts:AssumeRole")
            if action is not None and not demands_mfa(statement):
                yield rule.found(action, f"Roles can be assumed without a second factor under {policy}")
