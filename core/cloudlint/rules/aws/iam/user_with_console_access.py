r"""IAM user has a password for the console.

Passwords of single accounts live outside of the directory of the company: they are not closed when people leave, and
a second factor has to be set up for each. Signing in through IAM Identity Center brings both.

## Bad
```terraform
resource "aws_iam_user" "jim" {
  name = "jim"
}

resource "aws_iam_user_login_profile" "jim" {
  user = aws_iam_user.jim.name
}
```
## Good
```terraform
resource "aws_iam_user" "jim" {
  name = "jim"
}
```
## Fix
How people sign in instead has to be set up first.
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
        "CKV2_AWS_22",
        "9ec311bf-dfd9-421f-8498-0b063c8bc552",
    ),
    default=False,
)


@rule.on("aws_iam_user_login_profile")
def check(profile: Resource) -> Iterator[Finding]:
    user = profile["user"]
    owner = next((other for other in user.refers if other.kind == "aws_iam_user"), None)
    yield rule.found(profile, f"{owner or profile} can sign in to the console with a password", about=owner)
