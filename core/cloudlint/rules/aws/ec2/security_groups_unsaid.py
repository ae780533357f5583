r"""Instance names no security group.

An instance that names none ends in the default group of its VPC, whose members may talk to each other on every port
and in which nobody remembers who else is. The default is known only to the account, so that this rule runs only when
selected.

## Bad
```terraform
resource "aws_instance" "web" {
  ami           = var.image
  instance_type = "t3.small"
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

  vpc_security_group_ids = [var.group]
}

variable "group" {
  type = string
}

variable "image" {
  type = string
}
```
## Fix
which traffic the instance needs is for people to say.
## See
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-security-groups.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import INSTANCES, from_template

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
        "a31a5a29-718a-4ff4-8001-a69e5e4d029e",
        "61d1a2d0-4db8-405a-913d-5d2ce49dff6f",
        "AC_AWS_0153",
        "AC-AW-IS-IN-M-0144",
    ),
    default=False,
)


ELSEWHERE = ("vpc_security_group_ids", "security_groups", "network_interface", "primary_network_interface")


@rule.on(*INSTANCES)
def check(instance: Resource) -> Iterator[Finding]:
    if all(instance[name].absent for name in ELSEWHERE) and not from_template(instance):
        yield rule.found(instance, f"{instance} names no security group")
