r"""IAM group gives its rights to people without a second factor.

A password is guessed, fished for or used twice. Where a policy of the group asks for multi-factor authentication, a
password alone opens nothing.

## Bad
```terraform
resource "aws_iam_group" "support" {
  name = "support"
}
```
## Good
```terraform
resource "aws_iam_group" "support" {
  name = "support"
}

resource "aws_iam_group_policy" "support" {
  group = aws_iam_group.support.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "ec2:StopInstances"
      Resource  = "arn:aws:ec2:eu-west-1:111122223333:instance/*"
      Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } }
    }]
  })
}
```
## Fix
Which of the rights of the group need a second factor only the author knows.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import DOCUMENT, demands_mfa, policies, policies_of

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
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
        "AWS-0123",
        "aws-iam-enforce-group-mfa",
        "AVD-AWS-0123",
        "aws-iam-enforce-mfa",
    ),
    default=False,
)


@rule.on("aws_iam_group")
def check(group: Resource) -> Iterator[Finding]:
    for policy in policies_of(group):
        for document in policies(policy):
            if not document.complete or any(map(demands_mfa, document.statements)):
                return
        if policy.kind != DOCUMENT and policy["policy"].unknown:
            return
    yield rule.found(group, f"No policy of {group} asks for multi-factor authentication")
