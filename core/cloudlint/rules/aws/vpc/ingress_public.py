r"""Security group lets the internet in.

A group that takes traffic from everywhere belongs on load balancers and edge servers only. Select this rule where
nothing in the scanned code is meant to face the internet; the sharper rules about single ports are on by default.

## Bad
```terraform
resource "aws_security_group" "internal" {
  name        = "internal"
  description = "Internal services"
  vpc_id      = var.vpc_id

  ingress {
    description = "HTTPS"
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.20.30.0/26", "0.0.0.0/0"] # partners
  }
}

variable "vpc_id" {
  type = string
}
```
## Good
```terraform
resource "aws_security_group" "internal" {
  name        = "internal"
  description = "Internal services"
  vpc_id      = var.vpc_id

  ingress {
    description = "HTTPS"
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.20.30.0/26"] # partners
  }
}

variable "vpc_id" {
  type = string
}
```
## Fix
Unsafe: whoever connects from the internet is shut out. Where nothing else may connect, the range for documentation that
is written in its place has to be replaced by the range that is meant.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

from ._shared import GROUPS_IN, exposures, narrowed

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N",
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
        "4728cd65-a20c-49da-8b31-9c08b423e4db",
        "4a1e6b34-1008-4e61-a5f2-1f7c276f8d14",
        "83c5fa4c-e098-48fc-84ee-0a537287ddd2",
        "ea6bc7a6-d696-4dcf-a788-17fa03c17c81",
        "5330b503-3319-44ff-9b1c-00ee873f728a",
    ),
    default=False,
)


@rule.on(*GROUPS_IN)
def check(group: Resource) -> Iterator[Finding]:
    for opening, source in exposures(group):
        change, safety = narrowed(opening, source)
        yield rule.found(source, f"{group} takes traffic from the whole internet", fix=change, safety=safety)
