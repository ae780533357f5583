r"""Default route goes through a machine instead of a NAT gateway.

A NAT machine has to be patched, watched and replaced by hand, sees all traffic that leaves, and takes the whole subnet
offline when it stops. A NAT gateway is kept running by AWS.

## Bad
```terraform
resource "aws_route" "outbound" {
  route_table_id         = var.route_table_id
  destination_cidr_block = "0.0.0.0/0"
  network_interface_id   = var.nat_instance_interface_id
}

variable "route_table_id" {
  type = string
}

variable "nat_instance_interface_id" {
  type = string
}
```
## Good
```terraform
resource "aws_route" "outbound" {
  route_table_id         = var.route_table_id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = var.nat_gateway_id
}

variable "route_table_id" {
  type = string
}

variable "nat_gateway_id" {
  type = string
}
```
## Fix
a NAT gateway with its address has to be created first.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-comparison.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule, Value
from cloudlint.vocabulary.network import is_public

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:L/A:N",
    standards={
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.14", "A.8.20"),
        "nist-800-53": ("CP-10", "SC-7"),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "soc-2": ("A1.2", "CC6.6"),
    },
    aliases=("CKV2_AWS_35",),
    default=False,
)


@rule.on("aws_route", "aws_route_table", "aws_default_route_table")
def check(table: Resource) -> Iterator[Finding]:
    routes: tuple[Value, ...] = (table,) if table.kind == "aws_route" else table.blocks("route")
    prefix = "destination_" if table.kind == "aws_route" else ""
    for route in routes:
        if not is_public(route[f"{prefix}cidr_block"]):
            continue
        for hop in (route["instance_id"], route["network_interface_id"]):  # the first was removed in version 5
            if not hop.absent:
                yield rule.found(hop, f"The default route of {table} goes through a machine")
