# case: not said
resource "aws_rds_cluster" "orders" { #!
  engine = "postgres"
}

# case: nobody knows
variable "production" {}

resource "aws_rds_cluster" "orders" {
  deletion_protection = var.production #?
}
