# case: an owner in a filter
data "aws_ami" "image" {
  most_recent = true

  filter {
    name   = "owner-alias"
    values = ["amazon"]
  }
}

# case: a full name
data "aws_ami" "image" {
  most_recent = true

  filter {
    name   = "name"
    values = ["ubuntu-jammy-22.04-amd64-server-20240101"]
  }
}

# case: more than one image that fits is an error
data "aws_ami" "image" {
  filter {
    name   = "name"
    values = ["ubuntu-*"]
  }
}

# case: a pattern, and a name for the filter that is not known
data "aws_ami" "image" {
  most_recent = true

  filter {
    name   = var.filter #?
    values = ["ubuntu-*"]
  }
}

variable "filter" {}

# case: no filter at all
data "aws_ami" "image" { #!
  most_recent = true
}
