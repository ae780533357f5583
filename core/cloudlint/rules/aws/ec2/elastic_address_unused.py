r"""Elastic IP address is attached to no instance.

An address that stands about costs money every hour, and its name in the DNS may be taken for yours when it is given
back one day and goes to somebody else. What attaches it may be made elsewhere, so that the rule runs only when
selected.

## Bad
```terraform
resource "aws_eip" "web" {
  domain = "vpc"
}
```
## Good
```terraform
resource "aws_eip" "web" {
  domain   = "vpc"
  instance = var.instance
}

variable "instance" {
  type = string
}
```
## Fix
whether the address is still needed, and where, is for people to say.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/vpc-eips.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "nist-800-53": ("CM-8",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.9",),
    },
    aliases=("CKV2_AWS_19",),
    default=False,
)


# What takes an address by its allocation id, and where.
TAKERS = {
    "aws_eip_association": "allocation_id",
    "aws_nat_gateway": "allocation_id",
    "aws_lb": "subnet_mapping",
    "aws_alb": "subnet_mapping",
    "aws_transfer_server": "endpoint_details",
    "aws_networkfirewall_firewall": "subnet_mapping",
}
INSIDE = {"subnet_mapping": ("allocation_id",), "endpoint_details": ("address_allocation_ids",)}


@rule.on("aws_eip")
def check(address: Resource) -> Iterator[Finding]:
    if address["instance"].absent and not any(_may_take(address, kind, name) for kind, name in TAKERS.items()):
        yield rule.found(address, f"{address} is attached to no instance")


def _may_take(address: Resource, kind: str, name: str) -> bool:
    for taker in address.graph.of(kind):
        for path in INSIDE.get(name, ("",)):
            for value in taker.each(f"{name}.{path}" if path else name):
                taken = (value,) if value.refers else (value.items() or (value,))
                if any(address in item.refers or (not item.refers and item.unknown) for item in taken):
                    return True
    return False
