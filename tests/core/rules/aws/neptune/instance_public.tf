# case: as it should be where nothing is said
resource "aws_neptune_cluster_instance" "one" {
  tags = {
    team = "shop"
  }
}

# case: nobody knows
variable "given" {}

resource "aws_neptune_cluster_instance" "one" {
  publicly_accessible = var.given #?
}
