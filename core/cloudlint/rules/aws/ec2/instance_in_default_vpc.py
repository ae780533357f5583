r"""Instance stands in the default VPC.

All subnets of the default VPC are public, and everything that was ever tried out in the account lies in the same
network. A VPC of its own, with private subnets, keeps a mistake small.

## Bad
```terraform
resource "aws_instance" "web" {
  ami           = var.image
  instance_type = "t3.small"
  subnet_id     = aws_subnet.web.id
}

resource "aws_subnet" "web" {
  vpc_id     = aws_default_vpc.here.id
  cidr_block = "172.31.96.0/20"
}

resource "aws_default_vpc" "here" {
  tags = { Name = "default" }
}

variable "image" {
  type = string
}
```
## Good
```terraform
resource "aws_instance" "web" {
  ami           = var.image
  instance_type = "t3.small"
  subnet_id     = aws_subnet.web.id
}

resource "aws_subnet" "web" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

variable "image" {
  type = string
}
```
## Fix
the network the instance belongs in has to be made or found first.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import INSTANCES

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
        "7e4a6e76-568d-43ef-8c4e-36dea481bff1",
        "8833f180-96f1-46f4-9147-849aafa56029",
        "e42a3ef0-5325-4667-84bf-075ba1c9d58e",
    ),
)


@rule.on(*INSTANCES)
def check(instance: Resource) -> Iterator[Finding]:
    place = instance["subnet_id"]
    for subnet in place.refers:
        if subnet.kind == "aws_default_subnet" or any(_is_default(vpc) for vpc in subnet["vpc_id"].refers):
            yield rule.found(place, f"{instance} stands in the default VPC")
            return


def _is_default(vpc: Resource) -> bool:
    return vpc.kind == "aws_default_vpc" or (vpc.kind == "data.aws_vpc" and vpc["default"].equals(True))
