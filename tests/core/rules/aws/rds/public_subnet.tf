# case: a route to an internet gateway
resource "aws_db_instance" "orders" {
  db_subnet_group_name = aws_db_subnet_group.orders.id #!
}

resource "aws_db_subnet_group" "orders" {
  subnet_ids = [aws_subnet.data.id, aws_subnet.web.id]
}

resource "aws_subnet" "data" {
  cidr_block = "10.0.2.0/24"
}

resource "aws_subnet" "web" {
  cidr_block = "10.0.1.0/24"
}

resource "aws_internet_gateway" "main" {}

resource "aws_route_table" "web" {
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}

resource "aws_route_table_association" "web" {
  subnet_id      = aws_subnet.web.id
  route_table_id = aws_route_table.web.id
}
