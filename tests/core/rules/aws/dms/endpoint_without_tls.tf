# case: not said
resource "aws_dms_endpoint" "orders" { #!
  engine_name = "mysql"
}

# case: reached over HTTPS anyway
resource "aws_dms_endpoint" "lake" {
  engine_name = "dynamodb"
}
