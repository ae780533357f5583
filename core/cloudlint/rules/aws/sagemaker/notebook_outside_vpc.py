r"""SageMaker notebook stands outside your network.

It runs in a network of AWS that you neither see nor filter: no security group, no flow log, no endpoint policy
between the data and the internet.

## Bad
```terraform
resource "aws_sagemaker_notebook_instance" "lab" {
  name          = "lab"
  role_arn      = var.role
  instance_type = "ml.t3.medium"
}

variable "role" {
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
}

variable "role" {
  type = string
}

variable "subnet" {
  type = string
}
```
## Fix
which network the notebook belongs in is for people to say.
## See
https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N",
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
        "CKV_AWS_306",
        "9c7028d9-04c2-45be-b8b2-1188ccaefb36",
    ),
)


@rule.on("aws_sagemaker_notebook_instance")
def check(notebook: Resource) -> Iterator[Finding]:
    subnet = notebook["subnet_id"]
    if subnet.absent or subnet.known == "":
        yield rule.found(subnet, f"{notebook} stands outside your network")
