r"""Kafka cluster of MSK keeps no logs of its brokers.

Broker logs say who connected, who was refused and what went wrong. Without them nobody can tell what happened to
records that are missing, or who read a topic.

## Bad
```terraform
resource "aws_msk_cluster" "events" {
  cluster_name           = "events"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 3

  broker_node_group_info {
    instance_type   = "kafka.m5.large"
    client_subnets  = var.subnets
    security_groups = var.groups
  }
}

variable "subnets" {
  type = list(string)
}

variable "groups" {
  type = list(string)
}
```
## Good
```terraform
resource "aws_msk_cluster" "events" {
  cluster_name           = "events"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 3

  broker_node_group_info {
    instance_type   = "kafka.m5.large"
    client_subnets  = var.subnets
    security_groups = var.groups
  }

  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled   = true
        log_group = "events"
      }
    }
  }
}

variable "subnets" {
  type = list(string)
}

variable "groups" {
  type = list(string)
}
```
## Fix
Where the logs go, and for how long, has to be decided first.
## See
https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule, Value

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
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
        "CKV_AWS_80",
        "AWS-0074",
        "aws-msk-enable-logging",
        "AVD-AWS-0074",
        "fc7c2c15-f5d0-4b80-adb2-c89019f8f62b",
        "2f56b7ab-7fba-4e93-82f0-247e5ddeb239",
    ),
)

TARGETS = ("cloudwatch_logs", "firehose", "s3")


@rule.on("aws_msk_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    logging = cluster["logging_info"]
    enabled = [value for logs in cluster.blocks("logging_info.broker_logs") for value in _switches(logs)]
    if logging.unknown or any(value.flag is True or value.unknown for value in enabled):
        return
    yield rule.found(logging, f"{cluster} keeps no logs of its brokers")


def _switches(logs: Value) -> list[Value]:
    return [logs[f"{target}.enabled"] for target in TARGETS]
