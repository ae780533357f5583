r"""Amazon MQ broker gets a public address.

The console and the queues of a public broker answer the whole internet; only a password stands in between, and old
versions could be taken over without one.

## Bad
```terraform
resource "aws_mq_broker" "jobs" {
  broker_name         = "jobs"
  engine_type         = "ActiveMQ"
  engine_version      = "5.18"
  host_instance_type  = "mq.m5.large"
  publicly_accessible = true # for the console

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
  broker_name         = "jobs"
  engine_type         = "ActiveMQ"
  engine_version      = "5.18"
  host_instance_type  = "mq.m5.large"
  publicly_accessible = false # for the console

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
Unsafe: the broker is replaced, and who reaches it from outside its network is cut off.
## See
https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-7",),
        "soc-2": ("CC6.6",),
        "iso-27001": ("A.8.20",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV_AWS_69",
        "AWS-0072",
        "aws-mq-no-public-access",
        "AVD-AWS-0072",
        "68b6a789-82f8-4cfd-85de-e95332fe6a61",
        "4eb5f791-c861-4afd-9f94-f2a6a3fe49cb",
        "AC_AWS_0175",
        "AWS.ElasticSearch.NetworkSecurity.Medium.0887",
    ),
)


@rule.on("aws_mq_broker")
def check(broker: Resource) -> Iterator[Finding]:
    yield from rule.expect(
        broker, "publicly_accessible", False, default=False, message="{resource} gets a public address"
    )
