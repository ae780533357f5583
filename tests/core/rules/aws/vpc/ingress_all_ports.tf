# case: every protocol; the ports beside it do not count
resource "aws_security_group" "web" {
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"] #!
  }
}

# case: a list of objects instead of blocks, both versions of the protocol
resource "aws_security_group" "web" {
  ingress = [
    {
      from_port        = 0
      to_port          = 65535
      protocol         = "tcp"
      cidr_blocks      = ["10.0.0.0/16", "0.0.0.0/0"] #!
      ipv6_cidr_blocks = ["::/0"]                     #!
    },
  ]
}

# case: the internet in two halves
resource "aws_security_group_rule" "web" {
  type        = "ingress"
  from_port   = 0
  to_port     = 0
  protocol    = "all"
  cidr_blocks = [
    "0.0.0.0/1",   #!
    "128.0.0.0/1", #!
  ]
}

# case: outgoing traffic, private sources, other groups, all of ping
resource "aws_security_group" "web" {
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["10.0.0.0/8"]
  }

  ingress {
    from_port = 0
    to_port   = 0
    protocol  = "-1"
    self      = true
  }

  ingress {
    from_port   = -1
    to_port     = -1
    protocol    = "icmp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# case: a prefix list that holds the internet
resource "aws_ec2_managed_prefix_list" "everyone" {
  name           = "everyone"
  address_family = "IPv4"
  max_entries    = 1

  entry {
    cidr = "0.0.0.0/0"
  }
}

resource "aws_security_group" "web" {
  ingress {
    from_port       = 0
    to_port         = 0
    protocol        = "-1"
    prefix_list_ids = [aws_ec2_managed_prefix_list.everyone.id] #!
  }
}

# case: nobody knows who
variable "ranges" {
  type = list(string)
}

resource "aws_security_group" "web" {
  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = var.ranges #?
  }
}

# case: through a variable with a default
variable "ranges" {
  default = ["0.0.0.0/0"]
}

resource "aws_security_group" "web" {
  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = var.ranges #!
  }
}
