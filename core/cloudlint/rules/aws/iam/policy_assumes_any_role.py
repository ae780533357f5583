r"""IAM policy allows assuming every role.

With `sts:AssumeRole` on `*` its holder may take on every role that trusts the account, administrators' included, and
roles of other accounts that trust it. What the policy grants besides no longer matters.

## Bad
```terraform
data "aws_iam_policy_document" "deploy" {
  statement {
    actions   = ["sts:AssumeRole"]
    resources = ["*"]
  }
}
```
## Good
```terraform
data "aws_iam_policy_document" "deploy" {
  statement {
    actions   = ["sts:AssumeRole"]
    resources = ["arn:aws:iam::111122223333:role/deploy-*"]
  }
}
```
## Bad
```cloudformation
Resources:
  Deploy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Resource: "*"
```
## Good
```cloudformation
Resources:
  Deploy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Resource: arn:aws:iam::111122223333:role/deploy-*
```
## Fix
Which roles are meant only the author knows.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

from ._shared import IDENTITY_POLICIES, covering, granting, unlimited

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
    aliases=("e835bd0d-65da-49f7-b6d1-b646da8727e6",),
    default=False,
)


@rule.on(*IDENTITY_POLICIES)
def check(policy: Resource) -> Iterator[Finding]:
    for statement in unlimited(policy, granting("sts:AssumeRole")):
        for action, _ in covering(statement, ("sts:AssumeRole",)):
            yield rule.found(action, f"{policy} allows assuming every role")
