r"""IAM console password is short or need not be changed at the first login.

The first password of a user is known to whoever made it, and it lies in the Terraform state. Unless the user has to
change it, it stays what it was; and a short one can be guessed.

## Bad
```terraform
resource "aws_iam_user_login_profile" "jim" {
  user                    = "jim"
  password_reset_required = false # asked for by Jim
}
```
## Good
```terraform
resource "aws_iam_user_login_profile" "jim" {
  user                    = "jim"
  password_reset_required = true # asked for by Jim
}
```
## Fix
Unsafe: an existing login profile is replaced, and the user gets a new password.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_admin-change-user.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("8.3.6",),
        "hipaa": ("164.308(a)(5)",),
        "nist-800-53": ("IA-5(1)",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
        "nydfs-500": ("500.12",),
    },
    aliases=(
        "b592ffd4-0577-44b6-bd35-8c5ee81b5918",
        "a964d6e3-8e1e-4d93-8120-61fa640dd55a",
        "AC_AWS_0148",
    ),
)

SHORTEST = 14


@rule.on("aws_iam_user_login_profile")
def kept(profile: Resource) -> Iterator[Finding]:
    reset = profile["password_reset_required"]
    if reset.flag is False:
        message = f"The password of {profile} need not be changed at the first login"
        yield rule.found(reset, message, fix=reset.set(True))


@rule.on("aws_iam_user_login_profile")
def short(profile: Resource) -> Iterator[Finding]:
    length = profile["password_length"]
    if length.number is not None and length.number < SHORTEST:
        message = f"The password of {profile} has fewer than {SHORTEST} characters"
        yield rule.found(length, message, fix=length.set(SHORTEST))
