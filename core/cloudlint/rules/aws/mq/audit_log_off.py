r"""ActiveMQ broker of Amazon MQ keeps no audit log.

The audit log says who changed queues, users and settings through the console. Without it, changes have no author.

## Bad
```terraform
resource "aws_mq_broker" "jobs" {
  broker_name        = "jobs"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"

  logs {
    general = true
    audit   = false # noisy
  }

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
  broker_name        = "jobs"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"

  logs {
    general = true
    audit   = true # noisy
  }

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
## See
https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule, Value

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    fixes=SAFE,
    standards={
        "pci-dss-4.0": ("10.2.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("AU-2", "AU-12"),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.15",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.06",),
    },
    aliases=(
        "CKV_AWS_197",
        "AWS-0070",
        "aws-mq-enable-audit-logging",
        "AVD-AWS-0070",
    ),
)


@rule.on("aws_mq_broker")
def check(broker: Resource) -> Iterator[Finding]:
    # RabbitMQ has no audit log.
    if broker["engine_type"].text is not None and not _is_rabbit(broker["engine_type"]):
        yield from rule.expect(broker, "logs.audit", True, message="{resource} keeps no audit log")


def _is_rabbit(engine: Value) -> bool:
    return (engine.text or "").lower() == "rabbitmq"
