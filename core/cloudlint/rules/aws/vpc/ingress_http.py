r"""Security group lets the internet reach plain HTTP.

Port 80 carries no encryption, so that whoever sits on the way reads and changes what is sent. A public site that only
redirects to HTTPS is fine with it; anything else should not listen there.

## Bad
```terraform
resource "aws_security_group" "site" {
  name        = "site"
  description = "Web servers"
  vpc_id      = var.vpc_id

  ingress {
    description = "HTTP"
    from_port   = 80
    to_port     = 80
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
resource "aws_security_group" "site" {
  name        = "site"
  description = "Web servers"
  vpc_id      = var.vpc_id

  ingress {
    description = "HTTP"
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["10.20.30.0/26"] # visitors
  }
}

variable "vpc_id" {
  type = string
}
```
## Fix
Unsafe: whoever connects from the internet to port 80, be it for a redirect, is shut out. Where nothing else may
connect, the range for documentation that is written in its place has to be replaced by the range that is meant.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

from ._shared import GROUPS_IN, HTTP, exposures, narrowed, opens

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
        "CKV_AWS_260",
        "a14ad534-acbe-4a8e-9404-2f7e1045646e",
        "ddfc4eaa-af23-409f-b96c-bf5c45dc4daa",
        "ffac8a12-322e-42c1-b9b9-81ff85c39ef7",
        "AC_AWS_0228",
    ),
    default=False,
)


@rule.on(*GROUPS_IN)
def check(group: Resource) -> Iterator[Finding]:
    for opening, source in exposures(group, lambda opening: opens(opening, HTTP)):
        change, safety = narrowed(opening, source)
        message = f"Plain HTTP (port 80) of {group} is open to the internet"
        yield rule.found(source, message, fix=change, safety=safety)
