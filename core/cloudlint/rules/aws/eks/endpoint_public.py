r"""Kubernetes API of an EKS cluster is on the internet.

Even with the ranges limited, the API server has a public address, and the list of ranges has to be kept right by hand.
A private endpoint is reached through the network only. This rule is for those who forbid public endpoints altogether.

## Bad
```terraform
resource "aws_eks_cluster" "main" {
  name     = "main"
  role_arn = var.role_arn

  vpc_config {
    subnet_ids              = var.subnet_ids
    endpoint_private_access = true
    endpoint_public_access  = true # people at home
    public_access_cidrs     = ["198.51.100.7/32"]
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
  name     = "main"
  role_arn = var.role_arn

  vpc_config {
    subnet_ids              = var.subnet_ids
    endpoint_private_access = true
    endpoint_public_access  = false # people at home
    public_access_cidrs     = ["198.51.100.7/32"]
  }
}

variable "role_arn" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}
```
## Fix
Unsafe: whoever works with the cluster from the internet is shut out. A cluster without a private endpoint gets no edit,
because its own nodes would lose it.
## See
https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.network import public_among

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:L/A:N",
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
        "CKV_AWS_39",
        "AWS-0040",
        "aws-eks-no-public-cluster-access",
        "AVD-AWS-0040",
        "42f4b905-3736-4213-bfe9-c0660518cda8",
    ),
    default=False,
)


@rule.on("aws_eks_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    for network in cluster.blocks("vpc_config"):
        public, ranges = network["endpoint_public_access"], network["public_access_cidrs"]
        if not (public.absent or public.equals(True)):
            continue
        # What answers everyone is reported as that.
        if ranges.unknown or ranges.open or (ranges.items() and not public_among(ranges.items())):
            change = public.set(False) if network["endpoint_private_access"].equals(True) else None
            yield rule.found(public, f"The Kubernetes API of {cluster} is on the internet", fix=change)
