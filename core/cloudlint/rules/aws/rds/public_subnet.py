r"""RDS instance is in a public subnet.

From a public subnet the internet is one flag and one security group rule away. Databases belong into subnets without
a route to it, so that one mistake is not enough.

## Bad
```terraform
resource "aws_db_instance" "orders" {
  engine               = "postgres"
  instance_class       = "db.t4g.medium"
  allocated_storage    = 20
  db_subnet_group_name = aws_db_subnet_group.orders.name
}

resource "aws_db_subnet_group" "orders" {
  name       = "orders"
  subnet_ids = [aws_subnet.web.id]
}

resource "aws_subnet" "web" {
  vpc_id                  = "vpc-0123456789abcdef0"
  cidr_block              = "10.0.1.0/24"
  map_public_ip_on_launch = true # for the web servers
}
```
## Good
```terraform
resource "aws_db_instance" "orders" {
  engine               = "postgres"
  instance_class       = "db.t4g.medium"
  allocated_storage    = 20
  db_subnet_group_name = aws_db_subnet_group.orders.name
}

resource "aws_db_subnet_group" "orders" {
  name       = "orders"
  subnet_ids = [aws_subnet.data.id]
}

resource "aws_subnet" "data" {
  vpc_id     = "vpc-0123456789abcdef0"
  cidr_block = "10.0.2.0/24"
}
```
## Fix
Which private subnets there are is for people to say; moving an instance stops it for a while.
## See
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.addresses import is_public

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-7",),
        "soc-2": ("CC6.6",),
        "iso-27001": ("A.8.20",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "2f737336-b18a-4602-8ea0-b200312e1ac1",
        "16732649-4ff6-4cd2-8746-e72c13fae4b8",
        "4e88adee-a8eb-4605-a78d-9fb1096e3091",
    ),
    default=False,
)

GROUP, SUBNET, GATEWAY = "aws_db_subnet_group", "aws_subnet", "aws_internet_gateway"


@rule.on("aws_db_instance")
def check(instance: Resource) -> Iterator[Finding]:
    named = instance["db_subnet_group_name"]
    for group in named.refers:
        if group.kind != GROUP:
            continue
        for item in group["subnet_ids"].items():
            public = [subnet for subnet in item.refers if subnet.kind == SUBNET and _is_public(subnet)]
            if public:
                related = ((public[0], f"{public[0]} is public"),)
                yield rule.found(named, f"{instance} is in the public subnet {public[0]}", related=related)
                return


def _is_public(subnet: Resource) -> bool:
    if subnet["map_public_ip_on_launch"].flag is True or is_public(subnet["cidr_block"]):
        return True
    graph = subnet.graph
    tables = [
        table
        for association in graph.of("aws_route_table_association")
        if subnet in association["subnet_id"].refers
        for table in association["route_table_id"].refers
        if table.kind == "aws_route_table"
    ]
    gateways = [value for table in tables for value in table.each("route.gateway_id")]
    gateways += [
        route["gateway_id"] for route in graph.of("aws_route") if set(route["route_table_id"].refers) & set(tables)
    ]
    return any(refers.kind == GATEWAY for value in gateways for refers in value.refers)
