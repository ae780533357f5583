# case: not said
resource "aws_docdb_cluster" "one" { #!
  tags = {
    team = "shop"
  }
}

# case: nobody knows
variable "given" {}

resource "aws_docdb_cluster" "one" {
  storage_encrypted = var.given #?
}
