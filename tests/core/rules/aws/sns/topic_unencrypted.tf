# case: a key of any kind, an empty one, one that nobody knows
resource "aws_sns_topic" "aws" {
  kms_master_key_id = "alias/aws/sns"
}

resource "aws_sns_topic" "empty" {
  kms_master_key_id = "" #!
}

variable "key" {}

resource "aws_sns_topic" "unknown" {
  kms_master_key_id = var.key #?
}
