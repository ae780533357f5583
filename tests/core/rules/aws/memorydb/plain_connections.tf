# case: as it should be where nothing is said
resource "aws_memorydb_cluster" "one" {
  tags = {
    team = "shop"
  }
}

# case: nobody knows
variable "given" {}

resource "aws_memorydb_cluster" "one" {
  tls_enabled = var.given #?
}
