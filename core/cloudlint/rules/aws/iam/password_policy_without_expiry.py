r"""Password policy of the account lets passwords live longer than 90 days.

A password that leaked years ago still opens the console as long as nobody has to change it. NIST has come to advise
against changing by the calendar, yet PCI DSS and many audits ask for it where there is no second factor.

## Bad
```terraform
resource "aws_iam_account_password_policy" "this" {
  minimum_password_length        = 14
  require_lowercase_characters   = true
  require_uppercase_characters   = true
  require_numbers                = true
  require_symbols                = true
  password_reuse_prevention      = 24
  max_password_age               = 365 # agreed in 2019
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
  password_reuse_prevention      = 24
  max_password_age               = 90 # agreed in 2019
  allow_users_to_change_password = true
}
```
## Fix
Unsafe: people with older passwords have to choose a new one when they sign in next.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("8.3.9",),
        "hipaa": ("164.308(a)(5)",),
        "nist-800-53": ("IA-5(1)",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
        "nydfs-500": ("500.12",),
    },
    aliases=(
        "CKV_AWS_9",
        "AWS-0062",
        "aws-iam-set-max-password-age",
        "AVD-AWS-0062",
        "3f2cf811-88fa-4eda-be45-7a191a18aba9",
        "ce60d060-efb8-4bfd-9cf7-ff8945d00d90",
        "AC_AWS_0138",
    ),
)

MOST_DAYS = 90


@rule.on("aws_iam_account_password_policy")
def check(policy: Resource) -> Iterator[Finding]:
    days = policy["max_password_age"]
    number = days.number
    if days.absent or (number is not None and not 0 < number <= MOST_DAYS):
        yield rule.found(days, f"{policy} lets passwords live longer than {MOST_DAYS} days", fix=days.set(MOST_DAYS))
