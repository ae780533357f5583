r"""Kafka cluster of MSK is not encrypted with a key of your own.

The key that AWS keeps cannot be restricted, shared with another account or revoked. With a key of your own, its
policy decides once more who may read the data, and every use of it is on record.

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
      client_broker = "TLS" # only
    }
  }
}

variable "subnets" {
  type = list(string)
}

variable "groups" {
  type = list(string)
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
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
    encryption_at_rest_kms_key_arn = aws_kms_key.orders.arn

    encryption_in_transit {
      client_broker = "TLS" # only
    }
  }
}

variable "subnets" {
  type = list(string)
}

variable "groups" {
  type = list(string)
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}
```
## Fix
Unsafe: data that exists is usually moved to a new resource, since the key is chosen at creation; and the key's policy
must let the service use it. The fix is offered where the module has exactly one key.
## See
https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.kms import lacks_own_key, use_only_key

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
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
    key = cluster["encryption_info.encryption_at_rest_kms_key_arn"]
    if lacks_own_key(key):
        yield rule.found(key, f"{cluster} is encrypted with a key that AWS keeps", fix=use_only_key(cluster, key))
