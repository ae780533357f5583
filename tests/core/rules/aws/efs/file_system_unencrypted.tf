# case: not said
resource "aws_efs_file_system" "one" { #!
  tags = {
    team = "shop"
  }
}

# case: nobody knows
variable "given" {}

resource "aws_efs_file_system" "one" {
  encrypted = var.given #?
}
