r"""IAM group has no users.

A group without members is either left over, and waits with its rights for somebody to be put into it, or its members
are managed by hand, where no review sees them.

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

resource "aws_iam_group_membership" "support" {
  name  = "support"
  group = aws_iam_group.support.name
  users = ["jim"]
}
```
## Fix
Who belongs to the group only the author knows.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import names

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
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
        "CKV2_AWS_14",
        "f509931b-bbb0-443c-bd9b-10e92ecf2193",
        "8f957abd-9703-413d-87d3-c578950a753c",
        "fc101ca7-c9dd-4198-a1eb-0fbe92e80044",
    ),
    default=False,
)


@rule.on("aws_iam_group_membership")
def empty(membership: Resource) -> Iterator[Finding]:
    users = membership["users"]
    if users.absent or users.known == []:
        yield rule.found(users, f"{membership} names no users")


@rule.on("aws_iam_group")
def unmentioned(group: Resource) -> Iterator[Finding]:
    users = [membership["groups"] for membership in group.graph.of("aws_iam_user_group_membership")]
    if any(listed.unknown or any(names(item, group) for item in listed.items()) for listed in users):
        return
    if group.lacks("aws_iam_group_membership", "group"):
        yield rule.found(group, f"{group} has no users")
