# case: keys that KMS cannot rotate
resource "aws_kms_key" "signing" {
  key_usage                = "SIGN_VERIFY"
  customer_master_key_spec = "ECC_NIST_P256"
}

resource "aws_kms_key" "hardware" {
  custom_key_store_id = "cks-0123456789abcdef0"
}

resource "aws_kms_key" "off" {
  is_enabled = false
}

# case: said to be symmetric
resource "aws_kms_key" "data" { #!
  customer_master_key_spec = "SYMMETRIC_DEFAULT"
  key_usage                = "ENCRYPT_DECRYPT"
}
