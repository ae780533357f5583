# case: a key of one's own that is not named
resource "aws_kinesis_firehose_delivery_stream" "clicks" {
  server_side_encryption {
    enabled  = true
    key_type = "CUSTOMER_MANAGED_CMK" #!
  }
}

# case: what it reads from is what keeps the records
resource "aws_kinesis_firehose_delivery_stream" "clicks" {
  kinesis_source_configuration {
    kinesis_stream_arn = "arn:aws:kinesis:eu-west-1:111122223333:stream/clicks"
  }
}
