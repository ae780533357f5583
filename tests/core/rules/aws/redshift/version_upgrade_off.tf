# case: as it should be where nothing is said
resource "aws_redshift_cluster" "one" {
  tags = {
    team = "shop"
  }
}

# case: nobody knows
variable "given" {}

resource "aws_redshift_cluster" "one" {
  allow_version_upgrade = var.given #?
}
