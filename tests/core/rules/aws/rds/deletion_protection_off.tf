# case: not said
resource "aws_db_instance" "orders" { #!
  engine = "postgres"
}

# case: nobody knows
variable "production" {}

resource "aws_db_instance" "orders" {
  deletion_protection = var.production #?
}
