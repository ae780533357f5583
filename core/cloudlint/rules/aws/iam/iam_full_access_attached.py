r"""AWS managed policy IAMFullAccess is attached.

Full access to IAM is full access to the account, by one detour: its holder attaches any other policy to itself. Few
people and no program need more than a handful of the actions of IAM.

## Bad
```terraform
resource "aws_iam_group_policy_attachment" "support" {
  group      = "support"
  policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess"
}
```
## Good
```terraform
resource "aws_iam_group_policy_attachment" "support" {
  group      = "support"
  policy_arn = "arn:aws:iam::aws:policy/IAMReadOnlyAccess"
}
```
## Fix
Which rights are needed instead only the author knows.
## See
https://docs.aws.amazon.com/aws-managed-policy/latest/reference/IAMFullAccess.html
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
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV2_AWS_56",),
)


@rule.on(*ATTACHING, "data.aws_iam_policy")
def check(holder: Resource) -> Iterator[Finding]:
    for arn in attached(holder, "IAMFullAccess"):
        yield rule.found(arn, f"{holder} brings in the policy IAMFullAccess")
