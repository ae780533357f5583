r"""Kafka cluster has public addresses.

Every broker can then be reached from the internet, and the data in its topics is one stolen password away. Producers
and consumers outside belong behind a VPN, a peering or a private link.

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

    connectivity_info {
      public_access {
        type = "SERVICE_PROVIDED_EIPS" # partners
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

    connectivity_info {
      public_access {
        type = "DISABLED" # partners
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
Unsafe: clients that connect from the internet are shut out.
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
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.20",),
        "nist-800-53": ("SC-7",),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "soc-2": ("CC6.6",),
    },
    aliases=(
        "CKV_AWS_291",
        "0ce1ba20-8ba8-4364-836f-40c24b8cb0ab",
        "54378d69-dd7c-4b08-a43e-80d563396857",
    ),
)


@rule.on("aws_msk_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    for access in cluster.blocks("broker_node_group_info.connectivity_info.public_access"):
        kind = access["type"]
        if kind.equals("SERVICE_PROVIDED_EIPS"):
            yield rule.found(kind, f"The brokers of {cluster} have public addresses", fix=kind.set("DISABLED"))
