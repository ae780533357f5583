r"""Password policy of the account lets old passwords be used again soon.

After a leak everybody is asked for a new password. Where the old one may be used again, many people go back to it,
and the list that leaked is good once more.

## Bad
```terraform
resource "aws_iam_account_password_policy" "this" {
  minimum_password_length        = 14
  require_lowercase_characters   = true
  require_uppercase_characters   = true
  require_numbers                = true
  require_symbols                = true
  password_reuse_prevention      = 5 # agreed in 2019
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
  require_numbers                = true
  require_symbols                = true
  password_reuse_prevention      = 24 # agreed in 2019
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
        "cis-aws-3.0": ("1.9",),
        "pci-dss-4.0": ("8.3.7",),
        "hipaa": ("164.308(a)(5)",),
        "nist-800-53": ("IA-5(1)",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
        "nydfs-500": ("500.12",),
    },
    aliases=(
        "CKV_AWS_13",
        "AWS-0056",
        "aws-iam-no-password-reuse",
        "AVD-AWS-0056",
        "6f5f5444-1422-495f-81ef-24cefd61ed2c",
        "89806cdc-9c2e-4bd1-a0dc-53f339bcfb2a",
        "AC_AWS_0472",
    ),
)

REMEMBERED = 24  # as many as IAM can


@rule.on("aws_iam_account_password_policy")
def check(policy: Resource) -> Iterator[Finding]:
    count = policy["password_reuse_prevention"]
    if count.absent or (count.number is not None and count.number < REMEMBERED):
        message = f"{policy} does not remember the last {REMEMBERED} passwords"
        yield rule.found(count, message, fix=count.set(REMEMBERED))
