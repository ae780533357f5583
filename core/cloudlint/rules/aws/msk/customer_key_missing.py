r"""Kafka cluster rests under a key that AWS manages.

Such a key cannot be withdrawn and its use cannot be limited to those who need it. A key of your own can, and its log
shows who reads the messages at rest.

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

  encryption_info {
    encryption_in_transit {
      client_broker = "TLS"
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

  encryption_info {
    encryption_at_rest_kms_key_arn = var.key_arn

    encryption_in_transit {
      client_broker = "TLS"
    }
  }
}

variable "subnet_ids" {
  type = list(string)
}

variable "security_group_id" {
  type = string
}

variable "key_arn" {
  type = string
}
```
## Fix
a key has to be chosen, and adding one replaces the cluster.
## See
https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:L/A:N",
    standards={
        "gdpr": ("32(1)(a)",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "iso-27001": ("A.8.24",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "nydfs-500": ("500.15",),
        "pci-dss-4.0": ("3.5.1",),
        "soc-2": ("CC6.1",),
    },
    aliases=(
        "AWS-0179",
        "aws-msk-enable-at-rest-encryption",
        "AVD-AWS-0179",
    ),
    default=False,
)


@rule.on("aws_msk_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    for info in cluster.blocks("encryption_info"):
        key = info["encryption_at_rest_kms_key_arn"]
        if key.absent or key.equals(""):
            yield rule.found(key, f"{cluster} rests under a key that AWS manages")
