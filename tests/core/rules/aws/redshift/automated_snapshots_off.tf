# case: as it should be where nothing is said
resource "aws_redshift_cluster" "one" {
  tags = {
    team = "shop"
  }
}

# case: nobody knows
variable "given" {}

resource "aws_redshift_cluster" "one" {
  automated_snapshot_retention_period = var.given #?
}
