r"""Instance gets a public address.

Whatever listens on the machine can then be reached from the internet as soon as one security group is too generous. A
load balancer, a NAT gateway and Session Manager do the same work without that.

## Bad
```terraform
resource "aws_instance" "web" {
  ami           = var.image
  instance_type = "t3.small"
  subnet_id     = var.subnet

  associate_public_ip_address = true # to log in from home
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
  ami           = var.image
  instance_type = "t3.small"
  subnet_id     = var.subnet

  associate_public_ip_address = false # to log in from home
}

variable "image" {
  type = string
}

variable "subnet" {
  type = string
}
```
## Fix
Unsafe: the instance is replaced by one that cannot be reached from the internet.
## See
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

from ._shared import INSTANCES

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
        "CKV_AWS_88",
        "CKV_AWS_389",
        "AWS-0009",
        "aws-ec2-no-public-ip",
        "AVD-AWS-0009",
        "a8b0c58b-cd25-4b53-9ad0-55bca0be0bc1",
        "5a2486aa-facf-477d-a5c1-b010789459ce",
    ),
)


@rule.on(*INSTANCES, "aws_launch_configuration", "aws_launch_template")
def check(machine: Resource) -> Iterator[Finding]:
    inside = "network_interfaces." if machine.kind == "aws_launch_template" else ""
    for address in machine.each(f"{inside}associate_public_ip_address"):
        if address.equals(True):
            yield rule.found(address, f"{machine} gets a public address", fix=address.set(False))
