r"""EKS cluster keeps no logs of its control plane.

The audit log says who did what to the cluster. Without it a break-in leaves no trace that could be followed, and
neither does a mistake.

## Bad
```terraform
resource "aws_eks_cluster" "main" {
  name                      = "main"
  role_arn                  = var.role_arn
  enabled_cluster_log_types = [] # too many

  vpc_config {
    subnet_ids = var.subnet_ids
  }
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
resource "aws_eks_cluster" "main" {
  name                      = "main"
  role_arn                  = var.role_arn
  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"] # too many

  vpc_config {
    subnet_ids = var.subnet_ids
  }
}

variable "role_arn" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}
```
## See
https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.resource import Plain
from cloudlint.rule import MEDIUM, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:N/I:L/A:N",
    fixes=SAFE,
    standards={
        "gdpr": ("32(1)(d)",),
        "hipaa": ("164.312(b)",),
        "iso-27001": ("A.8.15",),
        "nist-800-53": ("AU-2", "AU-12"),
        "nydfs-500": ("500.06",),
        "pci-dss-4.0": ("10.2.1",),
        "soc-2": ("CC7.2",),
    },
    aliases=(
        "CKV_AWS_37",
        "AWS-0038",
        "aws-eks-enable-control-plane-logging",
        "AVD-AWS-0038",
        "37304d3f-f852-40b8-ae3f-725e87a7cedf",
        "AC_AWS_0465",
        "AWS.AEC.LM.MEDIUM.0071",
    ),
)


@rule.on("aws_eks_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    types = cluster["enabled_cluster_log_types"]
    if types.absent or (not types.unknown and not types.open and not types.items()):
        everything: list[Plain] = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
        yield rule.found(types, f"{cluster} keeps no logs of its control plane", fix=types.set(everything))
