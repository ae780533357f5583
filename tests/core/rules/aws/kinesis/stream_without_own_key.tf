# case: the alias of a key of one's own
resource "aws_kinesis_stream" "clicks" {
  encryption_type = "KMS"
  kms_key_id      = "alias/clicks"
}
