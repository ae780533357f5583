# case: not said
resource "aws_elasticache_replication_group" "one" { #!
  tags = {
    team = "shop"
  }
}

# case: nobody knows
variable "given" {}

resource "aws_elasticache_replication_group" "one" {
  kms_key_id = var.given #?
}
