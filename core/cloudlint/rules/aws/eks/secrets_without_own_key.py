r"""EKS cluster does not encrypt its Kubernetes secrets with a key of yours.

The secrets then rest on the disks of the control plane under keys that AWS holds: you cannot withdraw them, and no log
tells who used them. With a key of your own, reading the store without permission for the key yields nothing.

## Bad
```terraform
resource "aws_eks_cluster" "main" {
  name     = "main"
  role_arn = var.role_arn

  vpc_config {
    subnet_ids = var.subnet_ids
  }

  encryption_config {
    resources = [] # later

    provider {
      key_arn = var.key_arn
    }
  }
}

variable "role_arn" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}

variable "key_arn" {
  type = string
}
```
## Good
```terraform
resource "aws_eks_cluster" "main" {
  name     = "main"
  role_arn = var.role_arn

  vpc_config {
    subnet_ids = var.subnet_ids
  }

  encryption_config {
    resources = ["secrets"] # later

    provider {
      key_arn = var.key_arn
    }
  }
}

variable "role_arn" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}

variable "key_arn" {
  type = string
}
```
## Fix
Unsafe: once on, the encryption cannot be taken away again, and the cluster needs its key for ever. Without a key in the
code there is no edit.
## See
https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "gdpr": ("32(1)(a)",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "iso-27001": ("A.8.24",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "nydfs-500": ("500.15",),
        "pci-dss-4.0": ("3.5.1",),
        "soc-2": ("CC6.1",),
    },
    aliases=(
        "CKV_AWS_58",
        "AWS-0039",
        "aws-eks-encrypt-secrets",
        "AVD-AWS-0039",
        "63ebcb19-2739-4d3f-aa5c-e8bbb9b85281",
    ),
)


@rule.on("aws_eks_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    configs = cluster["encryption_config"]
    if configs.unknown or configs.open:
        return
    message = f"{cluster} does not encrypt its secrets with a key of yours"
    if not cluster.blocks("encryption_config"):
        yield rule.found(configs, message)
    for config in cluster.blocks("encryption_config"):
        resources = config["resources"]
        if resources.unknown or resources.open or any(item.unknown for item in resources.items()):
            continue
        if not any(item.equals("secrets") for item in resources.items()):
            yield rule.found(resources, message, fix=resources.set(["secrets"]))
