# case: false, and missing, which means false
resource "aws_s3_bucket_public_access_block" "off" {
  bucket            = "example"
  block_public_acls = false #!
}

resource "aws_s3_bucket_public_access_block" "unset" { #!
  bucket = "example"
}

# case: for the whole account
resource "aws_s3_account_public_access_block" "account" {
  block_public_acls = false #!
}

# case: written as text, or not known
variable "block" {}

resource "aws_s3_bucket_public_access_block" "text" {
  bucket            = "example"
  block_public_acls = "true"
}

resource "aws_s3_bucket_public_access_block" "unknown" {
  bucket            = "example"
  block_public_acls = var.block #?
}
