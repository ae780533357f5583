# case: in a table, beside a route to the internet gateway
resource "aws_route_table" "main" {
  vpc_id = "vpc-1"

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = "igw-1"
  }

  route {
    ipv6_cidr_block           = "::/0" #!
    vpc_peering_connection_id = "pcx-1"
  }
}
