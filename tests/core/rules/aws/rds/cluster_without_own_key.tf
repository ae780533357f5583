# case: the key of AWS, by its name
data "aws_kms_alias" "rds" {
  name = "alias/aws/rds"
}

resource "aws_rds_cluster" "orders" {
  storage_encrypted = true
  kms_key_id        = data.aws_kms_alias.rds.target_key_arn #!
}

# case: a key of one's own
resource "aws_kms_key" "orders" {}

resource "aws_rds_cluster" "orders" {
  storage_encrypted = true
  kms_key_id        = aws_kms_key.orders.arn
}

# case: nobody knows
variable "key" {}

resource "aws_rds_cluster" "orders" {
  storage_encrypted = true
  kms_key_id        = var.key #?
}
