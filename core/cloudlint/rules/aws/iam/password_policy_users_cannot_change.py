r"""Password policy of the account keeps people from changing their own passwords.

Whoever suspects that a password is known to others has to find an administrator first. Until then the thief has time,
and a second person knows the new password.

## Bad
```terraform
resource "aws_iam_account_password_policy" "this" {
  minimum_password_length        = 14
  require_lowercase_characters   = true
  require_uppercase_characters   = true
  require_numbers                = true
  require_symbols                = true
  password_reuse_prevention      = 24
  max_password_age               = 90
  allow_users_to_change_password = false # agreed in 2019
}
```
## Good
```terraform
resource "aws_iam_account_password_policy" "this" {
  minimum_password_length        = 14
  require_lowercase_characters   = true
  require_uppercase_characters   = true
  require_numbers                = true
  require_symbols                = true
  password_reuse_prevention      = 24
  max_password_age               = 90
  allow_users_to_change_password = true # agreed in 2019
}
```
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    fixes=SAFE,
    standards={
        "pci-dss-4.0": ("8.3.6",),
        "hipaa": ("164.308(a)(5)",),
        "nist-800-53": ("IA-5(1)",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
        "nydfs-500": ("500.12",),
    },
    aliases=(
        "e28ceb92-d588-4166-aac5-766c8f5b7472",
        "9ef7d25d-9764-4224-9968-fa321c56ef76",
    ),
)


@rule.on("aws_iam_account_password_policy")
def check(policy: Resource) -> Iterator[Finding]:
    message = "{resource} keeps people from changing their own passwords"
    yield from rule.expect(policy, "allow_users_to_change_password", True, default=True, message=message)
