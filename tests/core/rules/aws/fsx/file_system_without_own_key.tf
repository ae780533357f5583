# case: not said
resource "aws_fsx_ontap_file_system" "one" { #!
  tags = {
    team = "shop"
  }
}

# case: nobody knows
variable "given" {}

resource "aws_fsx_ontap_file_system" "one" {
  kms_key_id = var.given #?
}
