r"""ActiveMQ broker does not log what is done on its console.

The audit log says which user created, changed or deleted queues and users. Without it a stolen administrator's password
leaves no trace.

## Bad
```terraform
resource "aws_mq_broker" "orders" {
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"

  logs {
    general = true # for operations
  }

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

  logs {
    general = true # for operations
    audit   = true
  }

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
## See
https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    fixes=SAFE,
    standards={
        "gdpr": ("32(1)(d)",),
        "hipaa": ("164.312(b)",),
        "iso-27001": ("A.8.15",),
        "nist-800-53": ("AU-2", "AU-12"),
        "nydfs-500": ("500.06",),
        "pci-dss-4.0": ("10.2.1",),
        "soc-2": ("CC7.2",),
    },
    aliases=(
        "CKV_AWS_197",
        "AWS-0070",
        "aws-mq-enable-audit-logging",
        "AVD-AWS-0070",
        "31245f98-a6a9-4182-9fc1-45482b9d030a",
    ),
)


@rule.on("aws_mq_broker")
def check(broker: Resource) -> Iterator[Finding]:
    # RabbitMQ has no audit log.
    if (broker["engine_type"].text or "").lower() == "activemq":
        yield from rule.expect(
            broker, "logs.audit", True, message="{resource} does not log what is done on its console"
        )
