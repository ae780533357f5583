r"""Role of an instance may do everything.

Whoever breaks into the machine, or only gets it to fetch an address of the metadata service, is an administrator of
the account from then on.

## Bad
```terraform
resource "aws_instance" "web" {
  ami                  = "ami-0a1b2c3d4e5f60718"
  instance_type        = "t3.small"
  iam_instance_profile = aws_iam_instance_profile.web.name
}

resource "aws_iam_instance_profile" "web" {
  name = "web"
  role = aws_iam_role.web.name
}

resource "aws_iam_role" "web" {
  name               = "web"
  assume_role_policy = var.trust
}

resource "aws_iam_role_policy" "web" {
  role = aws_iam_role.web.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}

variable "trust" {
  type = string
}
```
## Good
```terraform
resource "aws_instance" "web" {
  ami                  = "ami-0a1b2c3d4e5f60718"
  instance_type        = "t3.small"
  iam_instance_profile = aws_iam_instance_profile.web.name
}

resource "aws_iam_instance_profile" "web" {
  name = "web"
  role = aws_iam_role.web.name
}

resource "aws_iam_role" "web" {
  name               = "web"
  assume_role_policy = var.trust
}

resource "aws_iam_role_policy" "web" {
  role = aws_iam_role.web.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::example-shop/*" }]
  })
}

variable "trust" {
  type = string
}
```
## Fix
what the machine needs is for people to say.
## See
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule, Value
from cloudlint.vocabulary.iam_policy import is_admin, policy_of

from ._shared import MACHINES

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N",
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
        "AC_AWS_0477",
        "AC-AW-IA-LC-H-0442",
        "AC_AWS_0488",
        "AC-AW-IA-LC-H-0441",
    ),
)


ADMINISTRATOR = ":iam::aws:policy/AdministratorAccess"


@rule.on(*MACHINES)
def check(machine: Resource) -> Iterator[Finding]:
    inside = ".arn" if machine.kind == "aws_launch_template" else ""
    holders = [machine[f"iam_instance_profile{inside}"]]
    if machine.kind == "aws_launch_template":
        holders.append(machine["iam_instance_profile.name"])
    for profile in holders:
        for role in _roles(profile):
            if _is_unlimited(role):
                related = [(role, "this role may do everything")]
                yield rule.found(profile, f"{role}, the role of {machine}, may do everything", related=related)


def _roles(profile: Value) -> Iterator[Resource]:
    for found in profile.refers:
        if found.kind == "aws_iam_instance_profile":
            yield from (role for role in found["role"].refers if role.kind == "aws_iam_role")


def _is_unlimited(role: Resource) -> bool:
    attachments = role.linked("aws_iam_role_policy_attachment", "role")
    named = (*role["managed_policy_arns"].items(), *(attachment["policy_arn"] for attachment in attachments))
    if any((arn.text or "").endswith(ADMINISTRATOR) for arn in named):
        return True
    texts = [policy["policy"] for policy in role.linked("aws_iam_role_policy", "role")]
    texts += role.each("inline_policy.policy")
    texts += [policy["policy"] for arn in named for policy in arn.refers if policy.kind == "aws_iam_policy"]
    policies = [policy_of(text) for text in texts]
    return any(is_admin(statement) for policy in policies if policy is not None for statement in policy.statements)
