r"""Kafka cluster takes or passes on messages in clear text.

Whoever gets a foothold in the network reads every message on its way, and can add some. Clients that speak TLS and
those that do not can only be told apart by closing the door to the latter.

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
      client_broker = "TLS_PLAINTEXT" # old clients
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
    encryption_in_transit {
      client_broker = "TLS" # old clients
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
Unsafe: clients that do not speak TLS are shut out; a change of the traffic between brokers replaces the cluster and its
messages are lost.
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
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "gdpr": ("32(1)(a)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.24",),
        "nist-800-53": ("SC-8", "SC-8(1)"),
        "nydfs-500": ("500.15",),
        "pci-dss-4.0": ("4.2.1",),
        "soc-2": ("CC6.7",),
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


@rule.on("aws_msk_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    for transit in cluster.blocks("encryption_info.encryption_in_transit"):
        clients, brokers = transit["client_broker"], transit["in_cluster"]
        if clients.one_of(("PLAINTEXT", "TLS_PLAINTEXT")):
            yield rule.found(clients, f"{cluster} talks to clients in clear text", fix=clients.set("TLS"))
        if brokers.equals(False):
            yield rule.found(
                brokers, f"The brokers of {cluster} talk to each other in clear text", fix=brokers.set(True)
            )
