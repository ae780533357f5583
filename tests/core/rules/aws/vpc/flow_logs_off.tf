# case: the log of a subnet is not one of the network
resource "aws_vpc" "main" { #!
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_flow_log" "subnet" {
  subnet_id    = aws_subnet.main.id
  traffic_type = "ALL"
}

# case: the log of a network that nobody knows
variable "vpc_id" {}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "some" {
  vpc_id       = var.vpc_id #?
  traffic_type = "ALL"
}
