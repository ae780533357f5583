# case: refused before it is allowed
resource "aws_network_acl" "main" {
  vpc_id = "vpc-1"

  ingress {
    rule_no    = 10
    action     = "deny"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 22
    to_port    = 22
  }

  ingress {
    rule_no    = 20
    action     = "allow"
    protocol   = "-1"
    cidr_block = "0.0.0.0/0"
    from_port  = 0
    to_port    = 0
  }
}

# case: refused too late, and something else refused before
resource "aws_network_acl" "main" {
  vpc_id = "vpc-1"

  ingress {
    rule_no    = 10
    action     = "deny"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 3389
    to_port    = 3389
  }

  ingress {
    rule_no    = 20
    action     = "allow"
    protocol   = "-1"
    cidr_block = "0.0.0.0/0" #!
    from_port  = 0
    to_port    = 0
  }

  ingress {
    rule_no    = 30
    action     = "deny"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 22
    to_port    = 22
  }
}

# case: rules of their own, one of them for outgoing traffic
resource "aws_network_acl_rule" "in" {
  network_acl_id = "acl-1"
  rule_number    = 100
  rule_action    = "allow"
  protocol       = "tcp"
  cidr_block     = "0.0.0.0/0" #!
  from_port      = 22
  to_port        = 22
}

resource "aws_network_acl_rule" "out" {
  network_acl_id = "acl-1"
  rule_number    = 100
  egress         = true
  rule_action    = "allow"
  protocol       = "tcp"
  cidr_block     = "0.0.0.0/0"
  from_port      = 22
  to_port        = 22
}

# case: what is unknown of the way out, and of an order in which nothing is refused
variable "out" {}

variable "number" {}

resource "aws_network_acl" "closed" {
  vpc_id = "vpc-1"
  egress = var.out

  ingress {
    rule_no    = var.number
    action     = "allow"
    protocol   = "tcp"
    from_port  = 22
    to_port    = 22
    cidr_block = "10.0.0.0/8"
  }
}

resource "aws_network_acl" "open" {
  vpc_id = "vpc-1"
  egress = var.out

  ingress {
    rule_no    = var.number
    action     = "allow"
    protocol   = "tcp"
    from_port  = 22
    to_port    = 22
    cidr_block = "0.0.0.0/0" #!
  }
}
