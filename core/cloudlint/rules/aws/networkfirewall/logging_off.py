r"""Network firewall keeps no logs.

What was blocked and what went through stays unknown, so that an attack is neither noticed nor traced, and rules cannot
be tightened safely.

## Bad
```terraform
resource "aws_networkfirewall_firewall" "main" {
  name                = "main"
  vpc_id              = var.vpc_id
  firewall_policy_arn = var.policy_arn
  delete_protection   = true

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
  delete_protection   = true

  subnet_mapping {
    subnet_id = var.subnet_id
  }
}

resource "aws_networkfirewall_logging_configuration" "main" {
  firewall_arn = aws_networkfirewall_firewall.main.arn

  logging_configuration {
    log_destination_config {
      log_destination_type = "CloudWatchLogs"
      log_type             = "ALERT"
      log_destination = {
        logGroup = "firewall"
      }
    }
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
## Fix
where the logs go has to be decided first.
## See
https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-logging.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    standards={
        "gdpr": ("32(1)(d)",),
        "hipaa": ("164.312(b)",),
        "iso-27001": ("A.8.15",),
        "nist-800-53": ("AU-2", "AU-12"),
        "nydfs-500": ("500.06",),
        "pci-dss-4.0": ("10.2.1",),
        "soc-2": ("CC7.2",),
    },
    aliases=("CKV2_AWS_63",),
)


@rule.on("aws_networkfirewall_firewall")
def check(firewall: Resource) -> Iterator[Finding]:
    if firewall.lacks("aws_networkfirewall_logging_configuration", "firewall_arn"):
        yield rule.found(firewall, f"{firewall} keeps no logs")
