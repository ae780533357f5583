r"""Default security group is open to the internet.

Whatever is started without naming a group gets this one, and is then open to everyone or may call out to everyone
without anybody having asked for it. The rule about default groups with any rules at all is on by default; this one is
for those who allow some.

## Bad
```terraform
resource "aws_default_security_group" "default" {
  vpc_id = var.vpc_id

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.20.30.0/26", "0.0.0.0/0"] # visitors
  }
}

variable "vpc_id" {
  type = string
}
```
## Good
```terraform
resource "aws_default_security_group" "default" {
  vpc_id = var.vpc_id

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.20.30.0/26"] # visitors
  }
}

variable "vpc_id" {
  type = string
}
```
## Fix
Unsafe: what relies on the default group is cut off from the internet. Where nothing else may connect, the range for
documentation that is written in its place has to be replaced by the range that is meant.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

from ._shared import companions, exposures, leaks, narrowed

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N",
    fixes=UNSAFE,
    standards={
        "cis-aws-3.0": ("5.4",),
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.20",),
        "nist-800-53": ("SC-7",),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "soc-2": ("CC6.6",),
    },
    aliases=(
        "46883ce1-dc3e-4b17-9195-c6a601624c73",
        "8010e17a-00e9-4635-a692-90d6bcec68bd",
        "ea33fcf7-394b-4d11-a228-985c5d08f205",
        "AC_AWS_0232",
    ),
    default=False,
)


@rule.on("aws_default_security_group")
def check(group: Resource) -> Iterator[Finding]:
    for part in (group, *companions(group)):
        for opening, side in (*exposures(part), *leaks(part)):
            change, safety = narrowed(opening, side)
            message = f"The default security group {group} is open to the internet"
            yield rule.found(side, message, fix=change, safety=safety, about=group)
