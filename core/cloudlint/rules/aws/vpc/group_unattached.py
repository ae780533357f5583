r"""Security group is attached to nothing.

A group that nothing uses is either left over, and waits to be attached by mistake with all its openings, or was meant
to protect something that now goes without it. This rule sees only what is in the scanned code, so that it runs only
when it is selected.

## Bad
```terraform
resource "aws_security_group" "database" {
  name        = "database"
  description = "Orders database"
  vpc_id      = var.vpc_id
}

variable "vpc_id" {
  type = string
}
```
## Good
```terraform
resource "aws_security_group" "database" {
  name        = "database"
  description = "Orders database"
  vpc_id      = var.vpc_id
}

resource "aws_network_interface" "database" {
  subnet_id       = var.subnet_id
  security_groups = [aws_security_group.database.id]
}

variable "vpc_id" {
  type = string
}

variable "subnet_id" {
  type = string
}
```
## Fix
whether the group is to be attached or to be removed only its author knows.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/working-with-security-groups.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import GROUP_RULES, mentions

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:L/A:N",
    standards={
        "iso-27001": ("A.8.9",),
        "nist-800-53": ("CM-6",),
        "soc-2": ("CC8.1",),
    },
    aliases=(
        "CKV2_AWS_5",
        "4849211b-ac39-479e-ae78-5694d506cb24",
    ),
    default=False,
)


# They speak of groups without attaching them.
_NO_USERS = ("aws_security_group", "aws_default_security_group", *GROUP_RULES, "moved", "removed", "import")


@rule.on("aws_security_group")
def check(group: Resource) -> Iterator[Finding]:
    for other in group.graph.resources:
        if other.kind not in _NO_USERS and mentions(other, group):
            return
    yield rule.found(group, f"{group} is attached to nothing")
