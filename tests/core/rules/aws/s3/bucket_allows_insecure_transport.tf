# case: no policy; a policy without a word of transport
resource "aws_s3_bucket" "bare" { #!
  bucket = "example-bare"
}

resource "aws_s3_bucket" "silent" {
  bucket = "example-silent"
}

resource "aws_s3_bucket_policy" "silent" {
  bucket = aws_s3_bucket.silent.id
  policy = jsonencode({ #!
    Statement = [{ Effect = "Allow", Principal = { AWS = "111122223333" }, Action = "s3:GetObject", Resource = "*" }]
  })
}

# case: refused, in a policy document
data "aws_iam_policy_document" "tls" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = [false]
    }
  }
}

resource "aws_s3_bucket" "safe" {
  bucket = "example-safe"
}

resource "aws_s3_bucket_policy" "safe" {
  bucket = aws_s3_bucket.safe.id
  policy = data.aws_iam_policy_document.tls.json
}

# case: nobody knows the policy
variable "policy" {}

resource "aws_s3_bucket" "given" {
  bucket = "example-given"
}

resource "aws_s3_bucket_policy" "given" {
  bucket = aws_s3_bucket.given.id
  policy = var.policy #?
}
