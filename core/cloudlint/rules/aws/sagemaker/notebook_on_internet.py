r"""SageMaker notebook reaches the internet directly.

What a notebook loads and runs comes from anywhere, and the data it works on can leave the same way, past every
firewall and log of your network. Inside a VPC both go where you let them.

## Bad
```terraform
resource "aws_sagemaker_notebook_instance" "lab" {
  name          = "lab"
  role_arn      = var.role
  instance_type = "ml.t3.medium"
  subnet_id     = var.subnet

  direct_internet_access = "Enabled" # for pip
}

variable "role" {
  type = string
}
variable "subnet" {
  type = string
}
```
## Good
```terraform
resource "aws_sagemaker_notebook_instance" "lab" {
  name          = "lab"
  role_arn      = var.role
  instance_type = "ml.t3.medium"
  subnet_id     = var.subnet

  direct_internet_access = "Disabled" # for pip
}

variable "role" {
  type = string
}
variable "subnet" {
  type = string
}
```
## Fix
Unsafe: the notebook is replaced, and needs a NAT gateway or endpoints for what it loads.
## See
https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": (
            "1.3.1",
            "1.4.4",
        ),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-7",),
        "soc-2": ("CC6.6",),
        "iso-27001": ("A.8.20",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV_AWS_122",
        "88d55d94-315d-4564-beee-d2d725feab11",
        "f3g4h5i6-j7k8-9lmn-0opq-12345abcdefg",
    ),
)


@rule.on("aws_sagemaker_notebook_instance")
def check(notebook: Resource) -> Iterator[Finding]:
    access, subnet = notebook["direct_internet_access"], notebook["subnet_id"]
    if access.equals("Enabled") or (access.absent and not subnet.absent):
        # Without a subnet there is no other way out: AWS refuses to disable it.
        fix = access.set("Disabled") if not subnet.absent else None
        yield rule.found(access, f"{notebook} reaches the internet directly", fix=fix)
