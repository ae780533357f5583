# case: as it should be where nothing is said
resource "aws_dms_replication_instance" "one" {
  tags = {
    team = "shop"
  }
}

# case: nobody knows
variable "given" {}

resource "aws_dms_replication_instance" "one" {
  publicly_accessible = var.given #?
}
