# case: not said
resource "aws_backup_vault" "one" { #!
  tags = {
    team = "shop"
  }
}

# case: nobody knows
variable "given" {}

resource "aws_backup_vault" "one" {
  kms_key_arn = var.given #?
}
