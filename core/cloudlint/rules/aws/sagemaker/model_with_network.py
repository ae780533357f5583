r"""Container of a SageMaker model may use the network.

A model from elsewhere is a program from elsewhere: with a network it can send away what it is asked, and load what it
likes. Most models need no network at all.

## Bad
```terraform
resource "aws_sagemaker_model" "price" {
  name                     = "price"
  execution_role_arn       = var.role
  enable_network_isolation = false # simpler

  primary_container {
    image = var.image
  }
}

variable "role" {
  type = string
}

variable "image" {
  type = string
}
```
## Good
```terraform
resource "aws_sagemaker_model" "price" {
  name                     = "price"
  execution_role_arn       = var.role
  enable_network_isolation = true # simpler

  primary_container {
    image = var.image
  }
}

variable "role" {
  type = string
}

variable "image" {
  type = string
}
```
## Fix
Unsafe: the model is replaced, and a container that loads something over the network fails.
## See
https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N",
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
    aliases=("CKV_AWS_370",),
)


@rule.on("aws_sagemaker_model")
def check(model: Resource) -> Iterator[Finding]:
    message = "The container of {resource} may use the network"
    yield from rule.expect(model, "enable_network_isolation", True, message=message)
