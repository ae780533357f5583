r"""SSH to the nodes of an EKS node group is open to the internet.

With a key and no list of groups that may connect, EKS opens port 22 of every node to everyone. Password guessers and
key thieves find it within minutes; Session Manager needs no open port.

## Bad
```terraform
resource "aws_eks_node_group" "workers" {
  cluster_name    = var.cluster_name
  node_group_name = "workers"
  node_role_arn   = var.role_arn
  subnet_ids      = var.subnet_ids

  scaling_config {
    desired_size = 2
    max_size     = 4
    min_size     = 2
  }

  remote_access {
    ec2_ssh_key = "operations"
  }
}

variable "cluster_name" {
  type = string
}

variable "role_arn" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}
```
## Good
```terraform
resource "aws_eks_node_group" "workers" {
  cluster_name    = var.cluster_name
  node_group_name = "workers"
  node_role_arn   = var.role_arn
  subnet_ids      = var.subnet_ids

  scaling_config {
    desired_size = 2
    max_size     = 4
    min_size     = 2
  }

  remote_access {
    ec2_ssh_key               = "operations"
    source_security_group_ids = [var.jump_security_group_id]
  }
}

variable "cluster_name" {
  type = string
}

variable "role_arn" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}

variable "jump_security_group_id" {
  type = string
}
```
## Fix
from which security groups people shall connect only its author knows, and a change of the remote access replaces the
node group.
## See
https://docs.aws.amazon.com/eks/latest/userguide/create-managed-node-group.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule

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
    aliases=(
        "CKV_AWS_100",
        "73d59e76-a12c-4b74-a3d8-d3e1e19c25b3",
        "ba40ace1-a047-483c-8a8d-bc2d3a67a82d",
    ),
)


@rule.on("aws_eks_node_group")
def check(group: Resource) -> Iterator[Finding]:
    for access in group.blocks("remote_access"):
        key, sources = access["ec2_ssh_key"], access["source_security_group_ids"]
        unlimited = sources.absent or (not sources.unknown and not sources.open and not sources.items())
        if unlimited and not key.absent and not key.equals(""):
            yield rule.found(key, f"SSH to the nodes of {group} is open to the internet")
