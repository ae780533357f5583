r"""Password policy of the account does not ask for digits.

Programs that guess passwords try words and their simplest variants first. A password that also holds digits is in
fewer of their lists, and many audits ask for the setting by name.

## Bad
```terraform
resource "aws_iam_account_password_policy" "this" {
  minimum_password_length        = 14
  require_lowercase_characters   = true
  require_uppercase_characters   = true
  require_numbers                = false # agreed in 2019
  require_symbols                = true
  password_reuse_prevention      = 24
  max_password_age               = 90
  allow_users_to_change_password = true
}
```
## Good
```terraform
resource "aws_iam_account_password_policy" "this" {
  minimum_password_length        = 14
  require_lowercase_characters   = true
  require_uppercase_characters   = true
  require_numbers                = true # agreed in 2019
  require_symbols                = true
  password_reuse_prevention      = 24
  max_password_age               = 90
  allow_users_to_change_password = true
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
        "CKV_AWS_12",
        "AWS-0059",
        "aws-iam-require-numbers-in-passwords",
        "AVD-AWS-0059",
        "bts2c3d4-e5f6-7890-ab12-cd34ef567890",
        "AC_AWS_0136",
    ),
)


@rule.on("aws_iam_account_password_policy")
def check(policy: Resource) -> Iterator[Finding]:
    message = "{resource} accepts passwords without digits"
    yield from rule.expect(policy, "require_numbers", True, message=message)
