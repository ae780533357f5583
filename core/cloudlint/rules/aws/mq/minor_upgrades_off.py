r"""Amazon MQ broker does not take minor upgrades by itself.

Minor versions carry the security fixes of the broker; ActiveMQ had holes that gave whole machines away. Where they
are not taken in the maintenance window, somebody has to remember them.

## Bad
```terraform
resource "aws_mq_broker" "jobs" {
  broker_name                = "jobs"
  engine_type                = "ActiveMQ"
  engine_version             = "5.18"
  host_instance_type         = "mq.m5.large"
  auto_minor_version_upgrade = false # we test first

  user {
    username = "worker"
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
resource "aws_mq_broker" "jobs" {
  broker_name                = "jobs"
  engine_type                = "ActiveMQ"
  engine_version             = "5.18"
  host_instance_type         = "mq.m5.large"
  auto_minor_version_upgrade = true # we test first

  user {
    username = "worker"
    password = var.password
  }
}

variable "password" {
  type      = string
  sensitive = true
}
```
## Fix
Unsafe: the broker restarts in a maintenance window whenever there is a new minor version.
## See
https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/upgrading-brokers.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:L",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("6.3.3",),
        "hipaa": ("164.308(a)(1)",),
        "nist-800-53": ("SI-2",),
        "soc-2": ("CC7.1",),
        "iso-27001": ("A.8.8",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.05",),
    },
    aliases=("CKV_AWS_207",),
)


@rule.on("aws_mq_broker")
def check(broker: Resource) -> Iterator[Finding]:
    yield from rule.expect(
        broker, "auto_minor_version_upgrade", True, message="{resource} does not take minor upgrades by itself"
    )
