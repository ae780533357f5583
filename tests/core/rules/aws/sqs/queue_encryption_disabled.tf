# case: off, but there is a key
resource "aws_sqs_queue" "orders" {
  sqs_managed_sse_enabled = false
  kms_master_key_id       = "alias/messages"
}

# case: off, and the key is empty
resource "aws_sqs_queue" "orders" {
  sqs_managed_sse_enabled = false #!
  kms_master_key_id       = ""
}
