# case: taken over without rules
resource "aws_default_security_group" "default" {
  vpc_id = "vpc-1"
}

# case: emptied with lists
resource "aws_default_security_group" "default" {
  vpc_id  = "vpc-1"
  ingress = []
  egress  = []
}

# case: a rule that is a resource of its own
resource "aws_default_security_group" "default" {
  vpc_id = "vpc-1"
}

resource "aws_vpc_security_group_ingress_rule" "web" { #!
  security_group_id = aws_default_security_group.default.id
  cidr_ipv4         = "10.0.0.0/8"
  ip_protocol       = "-1"
}
