r"""Cognito identity pool gives AWS credentials to guests.

Anybody with the id of the pool, which stands in every copy of the app, gets credentials without signing in. What the
role for guests allows is then allowed to the world, from any program.

## Bad
```terraform
resource "aws_cognito_identity_pool" "shop" {
  identity_pool_name               = "shop"
  allow_unauthenticated_identities = true # browsing without an account
}
```
## Good
```terraform
resource "aws_cognito_identity_pool" "shop" {
  identity_pool_name               = "shop"
  allow_unauthenticated_identities = false # browsing without an account
}
```
## Fix
Unsafe: people who have not signed in are refused from then on.
## See
https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("7.2.1",),
        "hipaa": ("164.312(a)(1)",),
        "nist-800-53": (
            "AC-3",
            "AC-6",
        ),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.3",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV_AWS_366",),
)


@rule.on("aws_cognito_identity_pool")
def check(pool: Resource) -> Iterator[Finding]:
    guests = pool["allow_unauthenticated_identities"]
    if guests.flag is True:
        yield rule.found(guests, f"{pool} gives AWS credentials to guests", fix=guests.set(False))
