# case: not said
resource "aws_redshift_cluster" "one" { #!
  tags = {
    team = "shop"
  }
}

# case: nobody knows
variable "given" {}

resource "aws_redshift_cluster" "one" {
  cluster_subnet_group_name = var.given #?
}
