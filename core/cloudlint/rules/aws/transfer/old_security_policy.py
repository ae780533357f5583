r"""Transfer server accepts old ciphers.

The older policies still agree to ciphers and key exchanges with known weaknesses, and whoever sits in between can
talk a client down to them. Where nothing is said, the policy of 2018 holds.

## Bad
```terraform
resource "aws_transfer_server" "inbox" {
  endpoint_type        = "VPC"
  security_policy_name = "TransferSecurityPolicy-2018-11" # old partner
}
```
## Good
```terraform
resource "aws_transfer_server" "inbox" {
  endpoint_type        = "VPC"
  security_policy_name = "TransferSecurityPolicy-2024-01" # old partner
}
```
## Fix
Unsafe: clients that know only the old ciphers are refused from then on.
## See
https://docs.aws.amazon.com/transfer/latest/userguide/security-policies.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.patterns import pattern
from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("4.2.1",),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": (
            "SC-8",
            "SC-8(1)",
        ),
        "soc-2": ("CC6.7",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=("CKV_AWS_380",),
)


NEWEST = "TransferSecurityPolicy-2024-01"
DATED = pattern(r"TransferSecurityPolicy-(?:FIPS-)?(\d{4})-\d{2}")


@rule.on("aws_transfer_server")
def check(server: Resource) -> Iterator[Finding]:
    policy = server["security_policy_name"]
    dated = DATED.fullmatch(policy.text or "")
    if policy.absent or (dated is not None and int(dated[1]) < 2023):
        newest = NEWEST.replace("Policy-", "Policy-FIPS-") if "FIPS" in (policy.text or "") else NEWEST
        yield rule.found(policy, f"{server} accepts old ciphers", fix=policy.set(newest))
