r"""AWS organization shares the bill but cannot set limits for its accounts.

Without all features there are no service control policies: nothing keeps the administrators of one account from
switching off its logs, leaving the organization, or working in regions that nobody watches.

## Bad
```terraform
resource "aws_organizations_organization" "this" {
  feature_set = "CONSOLIDATED_BILLING" # as it was
}
```
## Good
```terraform
resource "aws_organizations_organization" "this" {
  feature_set = "ALL" # as it was
}
```
## Fix
Unsafe: there is no way back, and invited accounts have to agree.
## See
https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_org_support-all-features.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:H/A:L",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("5ba6229c-8057-433e-91d0-21cf13569ca9",),
)


@rule.on("aws_organizations_organization")
def check(organization: Resource) -> Iterator[Finding]:
    message = "{resource} cannot set limits for its accounts"
    yield from rule.expect(organization, "feature_set", "ALL", default="ALL", message=message)
