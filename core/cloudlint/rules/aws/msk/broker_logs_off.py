r"""Kafka cluster keeps no broker logs.

The logs say which client connected, what was refused and why a broker fell over. Without them neither an intruder nor a
fault can be traced.

## Bad
```terraform
resource "aws_msk_cluster" "events" {
  cluster_name           = "events"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 3

  broker_node_group_info {
    instance_type   = "kafka.m5.large"
    client_subnets  = var.subnet_ids
    security_groups = [var.security_group_id]
  }

  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled   = false # too many
        log_group = "events"
      }
    }
  }
}

variable "subnet_ids" {
  type = list(string)
}

variable "security_group_id" {
  type = string
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
    client_subnets  = var.subnet_ids
    security_groups = [var.security_group_id]
  }

  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled   = true # too many
        log_group = "events"
      }
    }
  }
}

variable "subnet_ids" {
  type = list(string)
}

variable "security_group_id" {
  type = string
}
```
## Fix
Unsafe: the log group, stream or bucket that is named has to exist and take the logs, or the next apply fails.
## See
https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    fixes=UNSAFE,
    standards={
        "gdpr": ("32(1)(d)",),
        "hipaa": ("164.312(b)",),
        "iso-27001": ("A.8.15",),
        "nist-800-53": (
            "AU-2",
            "AU-12",
        ),
        "nydfs-500": ("500.06",),
        "pci-dss-4.0": ("10.2.1",),
        "soc-2": ("CC7.2",),
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


_TARGETS = ("cloudwatch_logs", "firehose", "s3")


@rule.on("aws_msk_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    info = cluster["logging_info"]
    if info.unknown or info.open:
        return
    flags = [
        target["enabled"]
        for logs in cluster.blocks("logging_info.broker_logs")
        for name in _TARGETS
        for target in logs.blocks(name)
    ]
    if any(flag.equals(True) or flag.unknown for flag in flags):
        return
    flag = flags[0] if flags else info
    yield rule.found(flag, f"{cluster} keeps no broker logs", fix=flag.set(True) if flags else None)
