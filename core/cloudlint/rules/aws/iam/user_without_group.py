r"""IAM user belongs to no group.

Rights that come through groups are reviewed once for all their members. A user outside of every group has either no
rights, and is forgotten, or rights of its own that nobody compares with those of others.

## Bad
```terraform
resource "aws_iam_user" "jim" {
  name = "jim"
}
```
## Good
```terraform
resource "aws_iam_user" "jim" {
  name = "jim"
}

resource "aws_iam_user_group_membership" "jim" {
  user   = aws_iam_user.jim.name
  groups = ["support"]
}
```
## Fix
Which group is meant only the author knows.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule, Value

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
        "CKV2_AWS_21",
        "06933df4-0ea7-461c-b9b5-104d27390e0e",
    ),
    default=False,
)


@rule.on("aws_iam_user")
def check(user: Resource) -> Iterator[Finding]:
    listed = user.linked("aws_iam_user_group_membership", "user")
    lists = [membership["groups"] for membership in listed]
    alone = user.lacks("aws_iam_user_group_membership", "user") or (bool(lists) and all(map(_is_empty, lists)))
    if alone and not any(names(member, user) for member in _members(user)):
        yield rule.found(lists[0] if lists else user, f"{user} belongs to no group")


def _is_empty(groups: Value) -> bool:
    return not groups.unknown and not groups.open and not groups.items()


def _members(user: Resource) -> Iterator[Value]:
    for membership in user.graph.of("aws_iam_group_membership"):
        yield from membership["users"].items()
