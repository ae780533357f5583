# case: not said
resource "aws_neptune_cluster" "one" { #!
  tags = {
    team = "shop"
  }
}

# case: nobody knows
variable "given" {}

resource "aws_neptune_cluster" "one" {
  iam_database_authentication_enabled = var.given #?
}
