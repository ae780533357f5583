# case: nobody knows
variable "recovery" {}

resource "aws_dynamodb_table" "orders" {
  point_in_time_recovery {
    enabled = var.recovery #?
  }
}
