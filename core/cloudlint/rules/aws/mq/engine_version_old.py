r"""Message broker runs an engine that is out of support.

No patches are made for it any more. Flaws of ActiveMQ have been used within days of becoming known to take over every
broker in reach.

## Bad
```terraform
resource "aws_mq_broker" "orders" {
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.15.9"
  host_instance_type = "mq.m5.large"

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
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"

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
the way to a supported version leads through the versions in between, and clients have to be tested with it.
## See
https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/activemq-version-management.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:H/A:H",
    standards={
        "gdpr": ("32(1)(d)",),
        "hipaa": ("164.308(a)(1)",),
        "iso-27001": ("A.8.8",),
        "nist-800-53": ("SI-2",),
        "nydfs-500": ("500.05",),
        "pci-dss-4.0": ("6.3.3",),
        "soc-2": ("CC7.1",),
    },
    aliases=("CKV_AWS_208",),
)


# The oldest versions that are not long out of support, from the version calendars in the Amazon MQ developer guide.
_OLDEST = {"activemq": (5, 17), "rabbitmq": (3, 11)}


@rule.on("aws_mq_broker", "aws_mq_configuration")
def check(broker: Resource) -> Iterator[Finding]:
    oldest = _OLDEST.get((broker["engine_type"].text or "").lower())
    version = broker["engine_version"]
    parts = (version.text or "").split(".")
    if oldest is None or len(parts) < 2 or not (parts[0].isdigit() and parts[1].isdigit()):
        return
    if (int(parts[0]), int(parts[1])) < oldest:
        message = f"{broker} runs {broker['engine_type'].text} {version.text}, which is out of support"
        yield rule.found(version, message)
