# case: not said
resource "aws_dax_cluster" "one" { #!
  tags = {
    team = "shop"
  }
}

# case: nobody knows
variable "given" {}

resource "aws_dax_cluster" "one" {
  cluster_endpoint_encryption_type = var.given #?
}
