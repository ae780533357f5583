r"""Security group lets the internet reach a port that is not for the web.

Nothing but web traffic is expected from strangers. A port that stands open for another reason is often left over from a
test, and what listens on it is rarely kept as well patched as a web server.

## Bad
```terraform
resource "aws_security_group" "game" {
  name        = "game"
  description = "Game servers"
  vpc_id      = var.vpc_id

  ingress {
    description = "Debug port"
    from_port   = 7777
    to_port     = 7780
    protocol    = "tcp"
    cidr_blocks = ["10.20.30.0/26", "0.0.0.0/0"] # beta testers
  }
}

variable "vpc_id" {
  type = string
}
```
## Good
```terraform
resource "aws_security_group" "game" {
  name        = "game"
  description = "Game servers"
  vpc_id      = var.vpc_id

  ingress {
    description = "Debug port"
    from_port   = 7777
    to_port     = 7780
    protocol    = "tcp"
    cidr_blocks = ["10.20.30.0/26"] # beta testers
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
from cloudlint.vocabulary.network import Opening

from ._shared import (
    GROUPS_IN,
    HTTP,
    HTTPS,
    RDP,
    SENSITIVE_TCP,
    SENSITIVE_UDP,
    SSH,
    exposures,
    narrowed,
    opens_everything,
)

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
        "722b0f24-5a64-4cca-aa96-cfc26b7e3a5b",
        "829ce3b8-065c-41a3-ad57-e0accfea82d2",
        "590d878b-abdc-428f-895a-e2b68a0e1998",
        "AC_AWS_0276",
        "71ea648a-d31a-4b5a-a589-5674243f1c33",
        "87482183-a8e7-4e42-a566-7a23ec231c16",
    ),
)


# What other rules speak of.
_TCP = {HTTP, HTTPS, SSH, RDP, *SENSITIVE_TCP}
_UDP = {HTTPS, *SENSITIVE_UDP}


@rule.on(*GROUPS_IN)
def check(group: Resource) -> Iterator[Finding]:
    for opening, source in exposures(group, _unusual):
        change, safety = narrowed(opening, source)
        message = f"{_unusual(opening)} of {group} is open to the internet"
        yield rule.found(source, message, fix=change, safety=safety)


def _unusual(opening: Opening) -> str:
    """`Port 7777` or `Port range 7777-7780` if it holds a port that no other rule is about."""
    if opens_everything(opening):
        return ""
    for known, protocol in ((_TCP, "tcp"), (_UDP, "udp")):
        for ports in opening.ports:
            bounds = ports.bounds
            if bounds is None or not opening.covers(bounds[0], protocol):
                continue
            low, high = bounds
            if high - low >= len(known) or any(port not in known for port in range(low, high + 1)):
                return f"Port {low}" if low == high else f"Port range {low}-{high}"
    return ""
