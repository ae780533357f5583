r"""Kafka cluster of MSK has brokers with public addresses.

Brokers on the internet are scanned within minutes; one weak password or one careless access rule, and everybody reads
the topics.

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
    connectivity_info {
      public_access {
        type = "SERVICE_PROVIDED_EIPS" # for the partner
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
    connectivity_info {
      public_access {
        type = "DISABLED" # for the partner
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
Unsafe: who reaches the brokers from outside their network is cut off.
## See
https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html
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
        "CKV_AWS_291",
        "0ce1ba20-8ba8-4364-836f-40c24b8cb0ab",
        "54378d69-dd7c-4b08-a43e-80d563396857",
    ),
)


@rule.on("aws_msk_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    access = cluster["broker_node_group_info.connectivity_info.public_access.type"]
    if access.equals("SERVICE_PROVIDED_EIPS"):
        yield rule.found(access, f"Brokers of {cluster} have public addresses", fix=access.set("DISABLED"))
