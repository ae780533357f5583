r"""Kafka cluster of MSK sends records in the clear.

Between clients and brokers, or from broker to broker, records and passwords go over the network unencrypted, and
every machine in between can read and change them.

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

  encryption_info {
    encryption_in_transit {
      client_broker = "TLS_PLAINTEXT" # until all clients are new
      in_cluster    = true
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
  }

  encryption_info {
    encryption_in_transit {
      client_broker = "TLS" # until all clients are new
      in_cluster    = true
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
Unsafe: clients that do not speak TLS are refused, and traffic between brokers can only be chosen at creation.
## See
https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:A/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("4.2.1",),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-8", "SC-8(1)"),
        "soc-2": ("CC6.7",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "CKV_AWS_81",
        "AWS-0073",
        "aws-msk-enable-in-transit-encryption",
        "AVD-AWS-0073",
        "a976d63f-af0e-46e8-b714-8c1a9c4bf768",
        "6db52fa6-d4da-4608-908a-89f0c59e743e",
    ),
)

TRANSIT = "encryption_info.encryption_in_transit"


@rule.on("aws_msk_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    clients, brokers = cluster[f"{TRANSIT}.client_broker"], cluster[f"{TRANSIT}.in_cluster"]
    if clients.one_of(("PLAINTEXT", "TLS_PLAINTEXT")):
        yield rule.found(clients, f"{cluster} takes records from clients in the clear", fix=clients.set("TLS"))
    if brokers.flag is False:
        yield rule.found(brokers, f"Brokers of {cluster} send each other records in the clear", fix=brokers.set(True))
