# case: not said
resource "aws_db_instance" "orders" { #!
  engine = "sqlserver-se"
}

# case: an engine nobody knows here
resource "aws_db_instance" "orders" {
  engine = "db2-se"
}
