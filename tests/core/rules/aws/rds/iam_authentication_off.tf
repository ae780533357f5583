# case: not said
resource "aws_db_instance" "orders" { #!
  engine = "mysql"
}

# case: an engine that does not know it
resource "aws_db_instance" "orders" {
  engine = "oracle-ee"
}
