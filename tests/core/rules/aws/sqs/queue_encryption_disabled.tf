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

# case: through the module of the registry, and another module
module "orders" {
  source                  = "terraform-aws-modules/sqs/aws"
  sqs_managed_sse_enabled = false #!
}

module "other" {
  source                  = "example/other/aws"
  sqs_managed_sse_enabled = false
}
