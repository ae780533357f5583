r"""IAM policy is attached to a user.

Rights that hang on single people are forgotten when the people change their work, and nobody can say who may do what
without looking at everyone. Given to groups or roles they are reviewed once.

## Bad
```terraform
resource "aws_iam_user_policy_attachment" "jim" {
  user       = "jim"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
```
## Good
```terraform
resource "aws_iam_group_policy_attachment" "auditors" {
  group      = "auditors"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
```
## Fix
Which group or role takes the policy over only the author knows.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "cis-aws-3.0": ("1.15",),
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV_AWS_40",
        "AWS-0143",
        "aws-iam-no-user-attached-policies",
        "AVD-AWS-0143",
        "eafe4bc3-1042-4f88-b988-1939e64bf060",
        "edc95c10-7366-4f30-9b4b-f995c84eceb5",
        "b4378389-a9aa-44ee-91e7-ef183f11079e",
        "0e5872b4-19a0-4165-8b2f-56d9e14b909f",
        "5e7acff5-095b-40ac-9073-ac2e4ad8a512",
        "e4239438-e639-44aa-adb8-866e400e3ade",
        "AC_AWS_0475",
        "AC_AWS_0476",
    ),
)


@rule.on("aws_iam_user_policy", "aws_iam_user_policy_attachment")
def check(policy: Resource) -> Iterator[Finding]:
    user = policy["user"]
    if not user.absent:
        yield rule.found(user, f"{policy} gives rights to a single user")


@rule.on("aws_iam_policy_attachment")
def shared(attachment: Resource) -> Iterator[Finding]:
    users = attachment["users"]
    if users.items() or (users.unknown and users.refers):
        yield rule.found(users, f"{attachment} gives rights to single users")
