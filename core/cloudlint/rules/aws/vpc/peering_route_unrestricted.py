r"""Route sends all traffic into a peered VPC.

The peer then sees, and answers for, everything that has no better route, its own attackers included. A peering needs
routes for the ranges of the other side only.

## Bad
```terraform
resource "aws_route" "partner" {
  route_table_id            = var.route_table_id
  destination_cidr_block    = "0.0.0.0/0"
  vpc_peering_connection_id = var.peering_id
}

variable "route_table_id" {
  type = string
}

variable "peering_id" {
  type = string
}
```
## Good
```terraform
resource "aws_route" "partner" {
  route_table_id            = var.route_table_id
  destination_cidr_block    = "10.60.0.0/16"
  vpc_peering_connection_id = var.peering_id
}

variable "route_table_id" {
  type = string
}

variable "peering_id" {
  type = string
}
```
## Fix
the ranges of the other side have to be written by somebody who knows them.
## See
https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule, Value
from cloudlint.vocabulary.network import is_public

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:L/A:N",
    standards={
        "cis-aws-3.0": ("5.5",),
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.20",),
        "nist-800-53": ("SC-7",),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "soc-2": ("CC6.6",),
    },
    aliases=(
        "CKV2_AWS_44",
        "b3a41501-f712-4c4f-81e5-db9a7dc0e34e",
    ),
)


@rule.on("aws_route", "aws_route_table", "aws_default_route_table")
def check(table: Resource) -> Iterator[Finding]:
    routes: tuple[Value, ...] = (table,) if table.kind == "aws_route" else table.blocks("route")
    prefix = "destination_" if table.kind == "aws_route" else ""
    for route in routes:
        if route["vpc_peering_connection_id"].absent:
            continue
        for target in (route[f"{prefix}cidr_block"], route[f"{prefix}ipv6_cidr_block"]):
            if is_public(target):
                yield rule.found(target, f"{table} sends all traffic into a peered VPC")
