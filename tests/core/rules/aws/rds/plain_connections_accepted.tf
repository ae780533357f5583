# case: refuses by default
resource "aws_db_instance" "orders" {
  engine         = "postgres"
  engine_version = "16.4"
}

# case: accepts by default
resource "aws_db_instance" "orders" { #!
  engine         = "mysql"
  engine_version = "8.0"
}

# case: the group refuses
resource "aws_db_parameter_group" "orders" {
  name   = "orders"
  family = "mysql8.0"

  parameter {
    name  = "require_secure_transport"
    value = 1
  }
}

resource "aws_db_instance" "orders" {
  engine               = "mysql"
  engine_version       = "8.0"
  parameter_group_name = "orders"
}

# case: a group that is not seen here
variable "group" {}

resource "aws_db_instance" "orders" {
  engine               = "mysql"
  engine_version       = "8.0"
  parameter_group_name = var.group #?
}
