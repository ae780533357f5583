# case: an inline rule of the group
resource "aws_launch_configuration" "web" {
  image_id                    = "ami-0a1b2c3d4e5f60718"
  instance_type               = "t3.small"
  security_groups             = [aws_security_group.web.id]
  associate_public_ip_address = true #!
}

resource "aws_security_group" "web" {
  ingress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# case: a private instance
resource "aws_instance" "web" {
  associate_public_ip_address = false
  vpc_security_group_ids      = [aws_security_group.web.id]
}

resource "aws_security_group" "web" {
  ingress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# case: one port
resource "aws_instance" "web" {
  associate_public_ip_address = true
  vpc_security_group_ids      = [aws_security_group.web.id]
}

resource "aws_security_group" "web" {
  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }
}
