r"""AWS managed policy AdministratorAccess is attached.

The policy allows everything in the account. A role, user or group that holds it turns each stolen session, each bug
of a program and each typing mistake into one that can read, change or delete all there is.

## Bad
```terraform
resource "aws_iam_role_policy_attachment" "deploy" {
  role       = "deploy"
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
```
## Good
```terraform
resource "aws_iam_role_policy_attachment" "deploy" {
  role       = "deploy"
  policy_arn = "arn:aws:iam::aws:policy/AWSCodeDeployRoleForECSLimited"
}
```
## Fix
Which rights are needed instead only the author knows.
## See
https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule

from ._shared import ATTACHING, attached

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
        "CKV_AWS_274",
        "CKV_AWS_275",
    ),
)


@rule.on(*ATTACHING, "data.aws_iam_policy")
def check(holder: Resource) -> Iterator[Finding]:
    for arn in attached(holder, "AdministratorAccess"):
        yield rule.found(arn, f"{holder} brings in the policy AdministratorAccess")
