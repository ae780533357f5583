r"""EKS cluster logs a part of its control plane only.

An investigation needs the audit log, and often the others as well: the authenticator says which person stands behind a
user, the API server and the controllers say what then happened.

## Bad
```terraform
resource "aws_eks_cluster" "main" {
  name                      = "main"
  role_arn                  = var.role_arn
  enabled_cluster_log_types = ["api", "audit"] # the rest costs

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
  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"] # the rest costs

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

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
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
        "66f130d9-b81d-4e8e-9b08-da74b9c891df",
    ),
    default=False,
)


_TYPES = ("api", "audit", "authenticator", "controllerManager", "scheduler")


@rule.on("aws_eks_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    types = cluster["enabled_cluster_log_types"]
    items = types.items()
    # A cluster that logs nothing is reported as that.
    if not items or types.unknown or types.open or any(item.unknown for item in items):
        return
    missing = [name for name in _TYPES if not any(item.equals(name) for item in items)]
    if missing:
        message = f"{cluster} does not log {', '.join(missing)}"
        yield rule.found(types, message, fix=types.set(list(_TYPES)))
