r"""Network firewall can be deleted without a second thought.

One wrong plan or one stolen key takes away the filter in front of the whole network, and what it held back gets
through.

## Bad
```terraform
resource "aws_networkfirewall_firewall" "main" {
  name                = "main"
  vpc_id              = var.vpc_id
  firewall_policy_arn = var.policy_arn
  delete_protection   = false # while we test

  subnet_mapping {
    subnet_id = var.subnet_id
  }
}

variable "vpc_id" {
  type = string
}

variable "policy_arn" {
  type = string
}

variable "subnet_id" {
  type = string
}
```
## Good
```terraform
resource "aws_networkfirewall_firewall" "main" {
  name                = "main"
  vpc_id              = var.vpc_id
  firewall_policy_arn = var.policy_arn
  delete_protection   = true # while we test

  subnet_mapping {
    subnet_id = var.subnet_id
  }
}

variable "vpc_id" {
  type = string
}

variable "policy_arn" {
  type = string
}

variable "subnet_id" {
  type = string
}
```
## See
https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-settings.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:L/A:L",
    fixes=SAFE,
    standards={
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.14", "A.8.20"),
        "nist-800-53": ("CP-10", "SC-7"),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "soc-2": ("A1.2", "CC6.6"),
    },
    aliases=("CKV_AWS_344",),
)


@rule.on("aws_networkfirewall_firewall")
def check(firewall: Resource) -> Iterator[Finding]:
    message = "{resource} can be deleted without a second thought"
    yield from rule.expect(firewall, "delete_protection", True, message=message)
