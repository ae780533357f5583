# case: only through a service of one's own account
resource "aws_kms_key" "data" {
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "kms:Decrypt"
      Resource  = "*"
      Condition = { StringEquals = { "kms:CallerAccount" = "111122223333", "kms:ViaService" = "ec2.eu-west-1.amazonaws.com" } }
    }]
  })
}

# case: through a service, but of anybody
resource "aws_kms_key_policy" "data" {
  key_id = "0c7a6e33-1f07-4f3c-9a35-5b1d8d8a1b11"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = ["arn:aws:iam::111122223333:root", "*"] } #!
      Action    = "kms:Decrypt"
      Resource  = "*"
      Condition = { StringEquals = { "kms:ViaService" = "ec2.eu-west-1.amazonaws.com" } }
    }]
  })
}
