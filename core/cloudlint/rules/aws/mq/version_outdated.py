r"""Amazon MQ runs a version of its engine that is out of support.

Old versions get no security fixes: ActiveMQ before 5.17 and RabbitMQ before 3.11 have known holes that stay open,
some of them usable without a password.

## Bad
```terraform
resource "aws_mq_broker" "jobs" {
  broker_name        = "jobs"
  engine_type        = "ActiveMQ"
  engine_version     = "5.15.0"
  host_instance_type = "mq.m5.large"
  # since 2019

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
  # since 2019

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
Which newer version the clients work with has to be tested.
## See
https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/activemq-version-management.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.numerals import version_numbers

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:L",
    standards={
        "pci-dss-4.0": ("6.3.3",),
        "hipaa": ("164.308(a)(1)",),
        "nist-800-53": ("SI-2",),
        "soc-2": ("CC7.1",),
        "iso-27001": ("A.8.8",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.05",),
    },
    aliases=("CKV_AWS_208",),
)

FIRST_GOOD = {"activemq": (5, 17), "rabbitmq": (3, 11)}


@rule.on("aws_mq_broker", "aws_mq_configuration")
def check(broker: Resource) -> Iterator[Finding]:
    engine, version = broker["engine_type"].text or "", broker["engine_version"]
    numbers = version_numbers(version.text or "")
    if len(numbers) > 1 and numbers < FIRST_GOOD.get(engine.lower(), ()):
        yield rule.found(version, f"{broker} is for {engine} {version.text}, which is out of support")
