r"""Subnet gives every new machine a public address.

Whatever is started here is on the internet without anybody having asked for it, and only its security group stands in
between. Give public addresses to the few load balancers and gateways that need one.

## Bad
```terraform
resource "aws_subnet" "workers" {
  vpc_id                  = var.vpc_id
  cidr_block              = "10.20.1.0/24"
  map_public_ip_on_launch = true # to get updates
}

variable "vpc_id" {
  type = string
}
```
## Good
```terraform
resource "aws_subnet" "workers" {
  vpc_id                  = var.vpc_id
  cidr_block              = "10.20.1.0/24"
  map_public_ip_on_launch = false # to get updates
}

variable "vpc_id" {
  type = string
}
```
## Fix
Unsafe: machines started from then on have no public address; what they need from the internet has to go through a NAT
gateway.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N",
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
        "CKV_AWS_130",
        "AWS-0164",
        "aws-ec2-no-public-ip-subnet",
        "AVD-AWS-0164",
        "b3de4e4c-14be-4159-b99d-9ad194365e4c",
        "52f04a44-6bfa-4c41-b1d3-4ae99a2de05c",
    ),
)


@rule.on("aws_subnet", "aws_default_subnet")
def check(subnet: Resource) -> Iterator[Finding]:
    public = subnet["map_public_ip_on_launch"]
    if public.equals(True):
        yield rule.found(public, f"{subnet} gives every new machine a public address", fix=public.set(False))
