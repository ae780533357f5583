r"""Message broker keeps no general log.

The log says who connected, what failed and why the broker stopped. Without it neither an intruder nor a fault can be
traced.

## Bad
```terraform
resource "aws_mq_broker" "orders" {
  broker_name        = "orders"
  engine_type        = "RabbitMQ"
  engine_version     = "3.13"
  host_instance_type = "mq.m5.large"

  logs {
    general = false # too much
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
  engine_type        = "RabbitMQ"
  engine_version     = "3.13"
  host_instance_type = "mq.m5.large"

  logs {
    general = true # too much
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
        "CKV_AWS_48",
        "AWS-0071",
        "aws-mq-enable-general-logging",
        "AVD-AWS-0071",
        "e519ed6a-8328-4b69-8eb7-8fa549ac3050",
        "31245f98-a6a9-4182-9fc1-45482b9d030a",
        "AC_AWS_0174",
        "AWS.ElasticSearch.Logging.Medium.0885",
    ),
)


@rule.on("aws_mq_broker")
def check(broker: Resource) -> Iterator[Finding]:
    yield from rule.expect(broker, "logs.general", True, message="{resource} keeps no general log")
