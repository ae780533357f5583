r"""Kubernetes API of an EKS cluster answers the whole internet.

Stolen credentials work from anywhere, and a flaw in the API server is open to every scanner until AWS has patched it.
Unless ranges are named, a public endpoint answers everyone.

## Bad
```terraform
resource "aws_eks_cluster" "main" {
  name     = "main"
  role_arn = var.role_arn

  vpc_config {
    subnet_ids              = var.subnet_ids
    endpoint_private_access = true
    endpoint_public_access  = true # people at home
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

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule, Value
from cloudlint.vocabulary.network import public_among

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
        "CKV_AWS_38",
        "AWS-0041",
        "aws-eks-no-public-cluster-access-to-cidr",
        "AVD-AWS-0041",
        "61cf9883-1752-4768-b18c-0d57f2737709",
        "CKV_AWS_39",
        "AWS-0040",
        "aws-eks-no-public-cluster-access",
        "AVD-AWS-0040",
        "42f4b905-3736-4213-bfe9-c0660518cda8",
    ),
)


@rule.on("aws_eks_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    for network in cluster.blocks("vpc_config"):
        public, ranges = network["endpoint_public_access"], network["public_access_cidrs"]
        if not (public.absent or public.equals(True)) or ranges.unknown:
            continue
        everyone = public_among(ranges.items())
        if ranges.absent or everyone or (not ranges.open and not ranges.items()):
            place = _decided(public, everyone)
            message = f"The Kubernetes API of {cluster} answers the whole internet"
            change = public.set(False) if network["endpoint_private_access"].equals(True) else None
            yield rule.found(place, message, fix=change)


def _decided(public: Value, everyone: tuple[Value, ...]) -> Value:
    """The ranges, unless they are a module's default and a caller asked for the public endpoint."""
    if not everyone or (_by_caller(public) and not _by_caller(everyone[0])):
        return public
    return everyone[0]


def _by_caller(value: Value) -> bool:
    return any(step.decides for step in value.trail)
