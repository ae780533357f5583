r"""Message broker does not take minor upgrades by itself.

Minor versions bring the fixes for flaws that have become known. Without the automatic upgrade the broker keeps the flaw
until somebody thinks of it.

## Bad
```terraform
resource "aws_mq_broker" "orders" {
  broker_name                = "orders"
  engine_type                = "ActiveMQ"
  engine_version             = "5.18"
  host_instance_type         = "mq.m5.large"
  auto_minor_version_upgrade = false # we do it ourselves

  user {
    username = "orders"
    password = var.password
  }
}

variable "password" {
  type      = string
  sensitive = true
}
```
## Good
```terraform
resource "aws_mq_broker" "orders" {
  broker_name                = "orders"
  engine_type                = "ActiveMQ"
  engine_version             = "5.18"
  host_instance_type         = "mq.m5.large"
  auto_minor_version_upgrade = true # we do it ourselves

  user {
    username = "orders"
    password = var.password
  }
}

variable "password" {
  type      = string
  sensitive = true
}
```
## Fix
Unsafe: the broker restarts in its maintenance window when there is an upgrade.
## See
https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/upgrading-brokers.html
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
        "gdpr": ("32(1)(d)",),
        "hipaa": ("164.308(a)(1)",),
        "iso-27001": ("A.8.8",),
        "nist-800-53": ("SI-2",),
        "nydfs-500": ("500.05",),
        "pci-dss-4.0": ("6.3.3",),
        "soc-2": ("CC7.1",),
    },
    aliases=("CKV_AWS_207",),
)


@rule.on("aws_mq_broker")
def check(broker: Resource) -> Iterator[Finding]:
    message = "{resource} does not take minor upgrades by itself"
    yield from rule.expect(broker, "auto_minor_version_upgrade", True, message=message)
