r"""Instance leaves it to its subnet whether it gets a public address.

In the default VPC, and in every subnet that hands out public addresses, the instance then stands on the internet
although nothing in its own block says so. Being explicit costs one line; as many subnets are private, the rule runs
only when selected.

## Bad
```terraform
resource "aws_instance" "web" {
  ami           = var.image
  instance_type = "t3.small"
  subnet_id     = var.subnet # shared by two teams
}

variable "image" {
  type = string
}

variable "subnet" {
  type = string
}
```
## Good
```terraform
resource "aws_instance" "web" {
  ami                         = var.image
  instance_type               = "t3.small"
  subnet_id                   = var.subnet # shared by two teams
  associate_public_ip_address = false
}

variable "image" {
  type = string
}

variable "subnet" {
  type = string
}
```
## Fix
Unsafe: where the subnet hands out public addresses, the instance is replaced by one without.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

from ._shared import INSTANCES, from_template

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N",
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
    aliases=("5a2486aa-facf-477d-a5c1-b010789459ce",),
    default=False,
)


ELSEWHERE = ("network_interface", "primary_network_interface")


@rule.on(*INSTANCES)
def check(instance: Resource) -> Iterator[Finding]:
    address = instance["associate_public_ip_address"]
    if not address.absent or from_template(instance) or not all(instance[name].absent for name in ELSEWHERE):
        return
    subnets = [found for found in instance["subnet_id"].refers if found.kind == "aws_subnet"]
    if not subnets or any(subnet["map_public_ip_on_launch"].equals(True) for subnet in subnets):
        message = f"The subnet decides whether {instance} gets a public address"
        yield rule.found(address, message, fix=address.set(False))
