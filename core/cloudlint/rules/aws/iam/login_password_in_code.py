r"""IAM user has the password of the console written in the code.

Whoever reads the template, its history or the events of the stack signs in as this user, and nothing tells the two
apart.

## Bad
```cloudformation
Resources:
  Anna:
    Type: AWS::IAM::User
    Properties:
      LoginProfile:
        Password: correct-horse-battery
        PasswordResetRequired: true
```
## Good
```cloudformation
Resources:
  Anna:
    Type: AWS::IAM::User
    Properties:
      LoginProfile:
        Password: "{{resolve:secretsmanager:anna:SecretString:password}}"
        PasswordResetRequired: true
```
## Fix
The password is known and has to be changed; the new one is given by other means.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N",
    standards={
        "pci-dss-4.0": ("8.6.2",),
        "hipaa": ("164.312(d)",),
        "nist-800-53": ("IA-5",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("06adef8c-c284-4de7-aad2-af43b07a8ca1",),
)


# Terraform has the password made and encrypted; only a template can say it.
@rule.on("aws_iam_user_login_profile", frameworks=("cloudformation",))
def check(profile: Resource) -> Iterator[Finding]:
    password = profile["password"]
    if password.text:
        yield rule.found(password, f"The password of {profile} stands in the code in plain text")
