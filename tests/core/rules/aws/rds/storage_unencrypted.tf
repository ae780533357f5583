# case: not said
resource "aws_db_instance" "orders" { #!
  instance_class = "db.t4g.medium"
}

# case: true as a string
resource "aws_db_instance" "orders" {
  storage_encrypted = "true"
}

# case: a replica is what its source is
resource "aws_db_instance" "replica" {
  replicate_source_db = "orders"
}

# case: nobody knows
variable "encrypted" {}

resource "aws_db_instance" "orders" {
  storage_encrypted = var.encrypted #?
}

# case: every instance of one block is one finding
resource "aws_db_instance" "orders" {
  count             = 2
  storage_encrypted = false #!
}
