# case: as it should be where nothing is said
resource "aws_mq_broker" "one" {
  tags = {
    team = "shop"
  }
}

# case: nobody knows
variable "given" {}

resource "aws_mq_broker" "one" {
  publicly_accessible = var.given #?
}
