# case: one of two networks
resource "aws_vpc" "kept" { #!
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpc" "emptied" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_default_security_group" "emptied" {
  vpc_id = aws_vpc.emptied.id
}
