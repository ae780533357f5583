# case: as JSON text at the bucket, one principal of two
resource "aws_s3_bucket" "inline" {
  policy = "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": {\"AWS\": [\"111122223333\", \"*\"]}, \"Action\": \"s3:*\"}}" #!
}

# case: a policy document
data "aws_iam_policy_document" "open" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::example/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

resource "aws_s3_bucket_policy" "open" {
  bucket = "example"
  policy = data.aws_iam_policy_document.open.json #!
}

# case: a condition that ties the caller down, and one that does not
resource "aws_s3_bucket_policy" "conditions" {
  bucket = "example"
  policy = jsonencode({
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "s3:GetObject"
        Resource  = "arn:aws:s3:::example/*"
        Condition = { StringEquals = { "aws:SourceVpce" = "vpce-1a2b3c4d" } }
      },
      {
        Effect    = "Allow"
        Principal = "*" #!
        Action    = "s3:GetObject"
        Resource  = "arn:aws:s3:::example/*"
        Condition = { Bool = { "aws:SecureTransport" = "true" } }
      },
    ]
  })
}

# case: a Deny for everyone, an Allow for a service
resource "aws_s3_bucket_policy" "fine" {
  bucket = "example"
  policy = jsonencode({
    Statement = [
      { Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "*" },
      { Effect = "Allow", Principal = { Service = "cloudfront.amazonaws.com" }, Action = "s3:GetObject", Resource = "*" },
    ]
  })
}
