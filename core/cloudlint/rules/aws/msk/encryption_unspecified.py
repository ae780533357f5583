r"""Kafka cluster leaves its encryption to the defaults.

The defaults encrypt, under a key that AWS manages, and take TLS only. Auditors still want to read it in the code, and a
setting that is written down does not change when a default does.

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
which key the messages shall rest under has to be chosen, and adding one replaces the cluster.
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
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:L/A:N",
    standards={
        "gdpr": ("32(1)(a)",),
        "hipaa": ("164.312(a)(2)(iv)", "164.312(e)(1)"),
        "iso-27001": ("A.8.24",),
        "nist-800-53": ("SC-28", "SC-28(1)", "SC-8", "SC-8(1)"),
        "nydfs-500": ("500.15",),
        "pci-dss-4.0": ("3.5.1", "4.2.1"),
        "soc-2": ("CC6.1", "CC6.7"),
    },
    aliases=(
        "CKV_AWS_81",
        "AWS-0179",
        "aws-msk-enable-at-rest-encryption",
        "AVD-AWS-0179",
        "a976d63f-af0e-46e8-b714-8c1a9c4bf768",
        "6db52fa6-d4da-4608-908a-89f0c59e743e",
    ),
    default=False,
)


@rule.on("aws_msk_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    info = cluster["encryption_info"]
    if info.absent or (not info.unknown and not info.open and not cluster.blocks("encryption_info")):
        yield rule.found(info, f"{cluster} leaves its encryption to the defaults")
