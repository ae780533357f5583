r"""Instance is in the default security group.

Whatever has no group of its own ends in the default one, and all its members may talk to each other on every port. A
group of its own lets through what the instance needs and nothing else.

## Bad
```terraform
resource "aws_instance" "web" {
  ami           = var.image
  instance_type = "t3.small"

  vpc_security_group_ids = [aws_default_security_group.all.id]
}

resource "aws_default_security_group" "all" {
  vpc_id = var.vpc
}

variable "image" {
  type = string
}

variable "vpc" {
  type = string
}
```
## Good
```terraform
resource "aws_instance" "web" {
  ami           = var.image
  instance_type = "t3.small"

  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_security_group" "web" {
  description = "Web servers"
  vpc_id      = var.vpc
}

variable "image" {
  type = string
}

variable "vpc" {
  type = string
}
```
## Fix
which traffic the instance needs is for people to say.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
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
        "f1adc521-f79a-4d71-b55b-a68294687432",
        "8d03993b-8384-419b-a681-d1f55149397c",
        "08b81bb3-0985-4023-8602-b606ad81d279",
    ),
)


@rule.on(*INSTANCES)
def check(instance: Resource) -> Iterator[Finding]:
    for name in ("vpc_security_group_ids", "security_groups"):
        for group in instance[name].items():
            default = group.data == "default" and name == "security_groups"
            if default or any(_is_default(found) for found in group.refers):
                place = group if group.span is not None else instance[name]
                yield rule.found(place, f"{instance} is in the default security group")


def _is_default(group: Resource) -> bool:
    looked_up = group.kind == "data.aws_security_group" and group["name"].equals("default")
    return looked_up or group.kind == "aws_default_security_group"
