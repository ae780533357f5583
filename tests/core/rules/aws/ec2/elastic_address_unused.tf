# case: taken by a gateway
resource "aws_eip" "web" {
  domain = "vpc"
}

resource "aws_nat_gateway" "web" {
  allocation_id = aws_eip.web.id
  subnet_id     = "subnet-0a1b2c3d"
}

# case: taken by a load balancer
resource "aws_eip" "web" {
  domain = "vpc"
}

resource "aws_lb" "web" {
  load_balancer_type = "network"

  subnet_mapping {
    subnet_id     = "subnet-0a1b2c3d"
    allocation_id = aws_eip.web.id
  }
}

# case: the gateway takes another one
resource "aws_eip" "web" { #!
  domain = "vpc"
}

resource "aws_eip" "other" {
  domain = "vpc"
}

resource "aws_nat_gateway" "web" {
  allocation_id = aws_eip.other.id
  subnet_id     = "subnet-0a1b2c3d"
}
