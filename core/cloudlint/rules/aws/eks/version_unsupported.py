r"""EKS cluster runs a version of Kubernetes that is out of support.

No patches are made for it any more, so that flaws that become known stay open, and AWS upgrades the cluster at a moment
of its own choosing.

## Bad
```terraform
resource "aws_eks_cluster" "main" {
  name     = "main"
  role_arn = var.role_arn
  version  = "1.25"

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
  name     = "main"
  role_arn = var.role_arn
  version  = "1.35"

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
## Fix
a cluster is upgraded one minor version at a time, after its workloads have been checked against each.
## See
https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule
from cloudlint.vocabulary.numerals import version_numbers

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:H/A:H",
    standards={
        "gdpr": ("32(1)(d)",),
        "hipaa": ("164.308(a)(1)",),
        "iso-27001": ("A.8.8",),
        "nist-800-53": ("SI-2",),
        "nydfs-500": ("500.05",),
        "pci-dss-4.0": ("6.3.3",),
        "soc-2": ("CC7.1",),
    },
    aliases=("CKV_AWS_339",),
)


# The oldest version in extended support, from the release calendar in the EKS user guide; raised with our releases, so
# that the same version of cloudlint always gives the same answer.
_OLDEST = (1, 31)


@rule.on("aws_eks_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    version = cluster["version"]
    numbers = version_numbers(version.text or "")
    if len(numbers) == 2 and numbers < _OLDEST:
        yield rule.found(version, f"{cluster} runs Kubernetes {version.text}, which is out of support")
