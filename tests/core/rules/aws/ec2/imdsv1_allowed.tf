# case: nothing is said
resource "aws_instance" "web" { #!
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.small"
}

# case: the service is switched off
resource "aws_instance" "web" {
  metadata_options {
    http_endpoint = "disabled"
  }
}

# case: a launch template may say it
resource "aws_instance" "web" {
  launch_template {
    id = "lt-0a1b2c3d4e5f60718"
  }
}

# case: the block says only something else
resource "aws_launch_template" "web" {
  metadata_options { #!
    http_endpoint = "enabled"
  }
}

# case: the account demands tokens of instances that say nothing
resource "aws_launch_configuration" "web" {
  image_id      = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.small"
}

resource "aws_ec2_instance_metadata_defaults" "here" {
  http_tokens = "required"
}

# case: not known
resource "aws_instance" "web" {
  metadata_options {
    http_tokens = var.tokens #?
  }
}

variable "tokens" {}
