r"""Cognito user pool has no second factor.

Passwords are guessed, fished for and reused. Without a second factor each password that leaks somewhere else opens
the account of that person here.

## Bad
```terraform
resource "aws_cognito_user_pool" "shop" {
  name              = "shop"
  mfa_configuration = "OFF"
}
```
## Good
```terraform
resource "aws_cognito_user_pool" "shop" {
  name              = "shop"
  mfa_configuration = "OPTIONAL"

  software_token_mfa_configuration {
    enabled = true
  }
}
```
## Fix
Unsafe: who has set up an app for codes is asked for one from then on, and the pages for signing in have to handle
that.
## See
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
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
        "74a18d1a-cf02-4a31-8791-ed0967ad7fdc",
        "ec28bf61-a474-4dbe-b414-6dd3a067d6f0",
    ),
)

FACTORS = (
    "sms_configuration",
    "software_token_mfa_configuration",
    "email_mfa_configuration",
    "web_authn_configuration",
)


@rule.on("aws_cognito_user_pool")
def check(pool: Resource) -> Iterator[Finding]:
    mfa = pool["mfa_configuration"]
    without = all(pool[factor].absent for factor in FACTORS)
    app = pool.add("software_token_mfa_configuration", {"enabled": True}) if without else None
    if mfa.absent or (mfa.text is not None and not mfa.one_of(("ON", "OPTIONAL"))):
        fix = mfa.set("OPTIONAL")
        yield rule.found(mfa, f"{pool} has no second factor", fix=fix.also(app) if fix is not None else None)
    elif mfa.text is not None and without:
        yield rule.found(mfa, f"{pool} asks for a second factor but offers none", fix=app)
