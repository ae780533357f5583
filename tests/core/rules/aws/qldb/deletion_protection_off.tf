# case: as it should be where nothing is said
resource "aws_qldb_ledger" "one" {
  tags = {
    team = "shop"
  }
}

# case: nobody knows
variable "given" {}

resource "aws_qldb_ledger" "one" {
  deletion_protection = var.given #?
}
