# case: within a range of ports
resource "aws_security_group" "jump" {
  ingress {
    from_port   = 20
    to_port     = 25
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] #!
  }
}

# case: the number of TCP, and a port as text
resource "aws_security_group_rule" "jump" {
  type             = "ingress"
  from_port        = "22"
  to_port          = "22"
  protocol         = "6"
  ipv6_cidr_blocks = ["::/0"] #!
}

# case: UDP, another port, another direction, one address
resource "aws_vpc_security_group_ingress_rule" "udp" {
  security_group_id = "sg-1"
  cidr_ipv4         = "0.0.0.0/0"
  from_port         = 22
  to_port           = 22
  ip_protocol       = "udp"
}

resource "aws_vpc_security_group_ingress_rule" "other" {
  security_group_id = "sg-1"
  cidr_ipv4         = "0.0.0.0/0"
  from_port         = 222
  to_port           = 222
  ip_protocol       = "tcp"
}

resource "aws_vpc_security_group_egress_rule" "out" {
  security_group_id = "sg-1"
  cidr_ipv4         = "0.0.0.0/0"
  from_port         = 22
  to_port           = 22
  ip_protocol       = "tcp"
}

resource "aws_vpc_security_group_ingress_rule" "office" {
  security_group_id = "sg-1"
  cidr_ipv4         = "198.51.100.7/32"
  from_port         = 22
  to_port           = 22
  ip_protocol       = "tcp"
}

# case: a group that opens every port is reported as that
resource "aws_vpc_security_group_ingress_rule" "all" {
  security_group_id = "sg-1"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}

# case: a dynamic block over known ports
resource "aws_security_group" "jump" {
  dynamic "ingress" {
    for_each = [22, 443]

    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"] #!
    }
  }
}

# case: an unknown address with a prefix that shuts the internet out
variable "office" {
  type = string
}

resource "aws_security_group" "jump" {
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["${var.office}/32"]
  }
}

# case: what is unknown of the way out says nothing of the way in
variable "rules" {}

variable "out" {}

resource "aws_security_group" "closed" {
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
  egress = var.out
}

resource "aws_security_group" "open" {
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] #!
  }

  dynamic "egress" {
    for_each = var.rules
    content {
      from_port   = egress.value.port
      to_port     = egress.value.port
      protocol    = "tcp"
      cidr_blocks = egress.value.ranges
    }
  }
}

# case: unknown ranges of another port, and an unknown port for known ranges
variable "ranges" {}

variable "port" {}

resource "aws_security_group_rule" "other_port" {
  type        = "ingress"
  from_port   = 443
  to_port     = 443
  protocol    = "tcp"
  cidr_blocks = var.ranges
}

resource "aws_security_group_rule" "inside" {
  type        = "ingress"
  from_port   = var.port
  to_port     = var.port
  protocol    = "tcp"
  cidr_blocks = ["10.0.0.0/8"]
}

resource "aws_security_group_rule" "both" {
  type        = "ingress"
  from_port   = var.port
  to_port     = var.port
  protocol    = "tcp"
  cidr_blocks = var.ranges #?
}

resource "aws_security_group_rule" "ranges" {
  type        = "ingress"
  from_port   = 22
  to_port     = 22
  protocol    = "tcp"
  cidr_blocks = var.ranges #?
}

# case: an open rule beside one that nobody knows
variable "more" {}

resource "aws_security_group" "open" {
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] #!
  }

  dynamic "ingress" {
    for_each = var.more
    content {
      from_port   = ingress.value.port
      to_port     = ingress.value.port
      protocol    = "tcp"
      cidr_blocks = ingress.value.ranges
    }
  }
}
