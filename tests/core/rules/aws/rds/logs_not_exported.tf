# case: not said
resource "aws_db_instance" "orders" { #!
  engine = "mysql"
}

# case: one log is enough
resource "aws_db_instance" "orders" {
  engine                          = "mysql"
  enabled_cloudwatch_logs_exports = ["error"]
}

# case: nobody knows
variable "logs" {}

resource "aws_db_instance" "orders" {
  enabled_cloudwatch_logs_exports = var.logs #?
}
