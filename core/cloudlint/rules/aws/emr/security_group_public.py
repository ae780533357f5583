r"""EMR cluster uses a security group that lets the internet in.

The nodes run consoles and interfaces that are meant for the inside of a network, several of them without a password. A
group that takes traffic from everywhere hands them to whoever finds them.

## Bad
```terraform
resource "aws_emr_cluster" "reports" {
  name                   = "reports"
  release_label          = "emr-7.5.0"
  service_role           = var.role_arn
  security_configuration = var.security_configuration

  ec2_attributes {
    subnet_id                         = var.subnet_id
    instance_profile                  = var.profile_arn
    emr_managed_master_security_group = aws_security_group.nodes.id
  }

  master_instance_group {
    instance_type = "m5.xlarge"
  }
}

resource "aws_security_group" "nodes" {
  name        = "nodes"
  description = "Report cluster"

  ingress {
    description = "Console"
    from_port   = 8088
    to_port     = 8088
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

variable "role_arn" {
  type = string
}

variable "security_configuration" {
  type = string
}

variable "subnet_id" {
  type = string
}

variable "profile_arn" {
  type = string
}
```
## Good
```terraform
resource "aws_emr_cluster" "reports" {
  name                   = "reports"
  release_label          = "emr-7.5.0"
  service_role           = var.role_arn
  security_configuration = var.security_configuration

  ec2_attributes {
    subnet_id                         = var.subnet_id
    instance_profile                  = var.profile_arn
    emr_managed_master_security_group = aws_security_group.nodes.id
  }

  master_instance_group {
    instance_type = "m5.xlarge"
  }
}

resource "aws_security_group" "nodes" {
  name        = "nodes"
  description = "Report cluster"

  ingress {
    description = "Console"
    from_port   = 8088
    to_port     = 8088
    protocol    = "tcp"
    cidr_blocks = ["10.20.30.0/26"]
  }
}

variable "role_arn" {
  type = string
}

variable "security_configuration" {
  type = string
}

variable "subnet_id" {
  type = string
}

variable "profile_arn" {
  type = string
}
```
## Fix
who has to reach the cluster only its author knows; the rules about the group itself offer edits.
## See
https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-security-groups.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule, Value
from cloudlint.vocabulary.network import INGRESS, openings

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H",
    standards={
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.20",),
        "nist-800-53": ("SC-7",),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "soc-2": ("CC6.6",),
    },
    aliases=("CKV2_AWS_7",),
)


_ATTRIBUTES = (
    "emr_managed_master_security_group",
    "emr_managed_slave_security_group",
    "additional_master_security_groups",
    "additional_slave_security_groups",
    "service_access_security_group",
)
_RULES = ("aws_security_group_rule", "aws_vpc_security_group_ingress_rule")


@rule.on("aws_emr_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    for attributes in cluster.blocks("ec2_attributes"):
        for name in _ATTRIBUTES:
            for group in attributes[name].refers:
                parts = [group, *(part for kind in _RULES for part in group.linked(kind, "security_group_id"))]
                open_sources = [source for part in parts for source in _public(part)]
                if open_sources:
                    message = f"{cluster} uses {group}, which lets the internet in"
                    yield rule.found(attributes[name], message, related=[(open_sources[0], "here")])


def _public(group: Resource) -> Iterator[Value]:
    for opening in openings(group, INGRESS):
        yield from opening.open_sources()
