# case: not said
resource "aws_kinesis_stream" "clicks" { #!
  name = "clicks"
}

# case: nobody knows
variable "encryption" {}

resource "aws_kinesis_stream" "clicks" {
  encryption_type = var.encryption #?
}
