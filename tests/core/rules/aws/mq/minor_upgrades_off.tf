# case: not said
resource "aws_mq_broker" "one" { #!
  tags = {
    team = "shop"
  }
}

# case: nobody knows
variable "given" {}

resource "aws_mq_broker" "one" {
  auto_minor_version_upgrade = var.given #?
}
