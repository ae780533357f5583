r"""Password policy of the account allows passwords shorter than 14 characters.

Length is what makes guessing expensive: each further character multiplies the work, and lists of leaked hashes are
tried by the billion. Without the setting IAM accepts eight characters.

## Bad
```terraform
resource "aws_iam_account_password_policy" "this" {
  minimum_password_length        = 8 # agreed in 2019
  require_lowercase_characters   = true
  require_uppercase_characters   = true
  require_numbers                = true
  require_symbols                = true
  password_reuse_prevention      = 24
  max_password_age               = 90
  allow_users_to_change_password = true
}
```
## Good
```terraform
resource "aws_iam_account_password_policy" "this" {
  minimum_password_length        = 14 # agreed in 2019
  require_lowercase_characters   = true
  require_uppercase_characters   = true
  require_numbers                = true
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

from cloudlint.rule import MEDIUM, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N",
    fixes=SAFE,
    standards={
        "cis-aws-3.0": ("1.8",),
        "pci-dss-4.0": ("8.3.6",),
        "hipaa": ("164.308(a)(5)",),
        "nist-800-53": ("IA-5(1)",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
        "nydfs-500": ("500.12",),
    },
    aliases=(
        "CKV_AWS_10",
        "AWS-0063",
        "aws-iam-set-minimum-password-length",
        "AVD-AWS-0063",
        "8bc2168c-1723-4eeb-a6f3-a1ba614b9a6d",
        "b1b20ae3-8fa7-4af5-a74d-a2145920fcb1",
        "9850d621-7485-44f7-8bdd-b3cf426315cf",
        "1bc1c685-e593-450e-88fb-19db4c82aa1d",
        "AC_AWS_0142",
        "AC_AWS_0141",
    ),
)


@rule.on("aws_iam_account_password_policy")
def check(policy: Resource) -> Iterator[Finding]:
    length = policy["minimum_password_length"]
    if length.absent or (length.number is not None and length.number < 14):
        yield rule.found(length, f"{policy} accepts passwords shorter than 14 characters", fix=length.set(14))
