r"""Security group has no description.

Terraform then writes `Managed by Terraform`, which tells nobody what the group is for. Groups that nobody can explain
are the ones nobody dares to tighten or to remove.

## Bad
```terraform
resource "aws_security_group" "site" {
  name   = "site"
  vpc_id = var.vpc_id
}

variable "vpc_id" {
  type = string
}
```
## Good
```terraform
resource "aws_security_group" "site" {
  name        = "site"
  description = "Web servers behind the public load balancer"
  vpc_id      = var.vpc_id
}

variable "vpc_id" {
  type = string
}
```
## Fix
what the group is for only its author can say; mind that changing the description of an existing group replaces the
group.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/working-with-security-groups.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

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
        "AWS-0099",
        "aws-ec2-add-description-to-security-group",
        "AVD-AWS-0099",
        "aws-vpc-add-description-to-security-group",
    ),
    default=False,
)


@rule.on("aws_security_group")
def check(group: Resource) -> Iterator[Finding]:
    description = group["description"]
    if description.absent or description.equals("") or description.equals("Managed by Terraform"):
        yield rule.found(description, f"{group} does not say what it is for")
