r"""Network firewall rests under a key that AWS owns.

Its rules tell what is let through and what is watched. A key of your own can be withdrawn and limited, and its log
shows who reads them.

## Bad
```terraform
resource "aws_networkfirewall_firewall_policy" "main" {
  name = "main"

  firewall_policy {
    stateless_default_actions          = ["aws:forward_to_sfe"]
    stateless_fragment_default_actions = ["aws:forward_to_sfe"]
  }
}
```
## Good
```terraform
resource "aws_networkfirewall_firewall_policy" "main" {
  name = "main"

  firewall_policy {
    stateless_default_actions          = ["aws:forward_to_sfe"]
    stateless_fragment_default_actions = ["aws:forward_to_sfe"]
  }

  encryption_configuration {
    type   = "CUSTOMER_KMS"
    key_id = var.key_arn
  }
}

variable "key_arn" {
  type = string
}
```
## Fix
a key has to be chosen, and Network Firewall has to be allowed to use it.
## See
https://docs.aws.amazon.com/network-firewall/latest/developerguide/kms-encryption-at-rest.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:L/A:N",
    standards={
        "gdpr": ("32(1)(a)",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "iso-27001": ("A.8.24",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "nydfs-500": ("500.15",),
        "pci-dss-4.0": ("3.5.1",),
        "soc-2": ("CC6.1",),
    },
    aliases=(
        "CKV_AWS_345",
        "CKV_AWS_346",
    ),
    default=False,
)


@rule.on("aws_networkfirewall_firewall", "aws_networkfirewall_firewall_policy", "aws_networkfirewall_rule_group")
def check(firewall: Resource) -> Iterator[Finding]:
    config = firewall["encryption_configuration"]
    if config.unknown or config.open:
        return
    key = config["key_id"]
    if key.absent or key.equals(""):
        yield rule.found(key, f"{firewall} rests under a key that AWS owns")
