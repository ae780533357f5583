# case: with a condition, for objects only, for one user, for one action
resource "aws_s3_bucket_policy" "fine" {
  bucket = "example"
  policy = jsonencode({
    Statement = [
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = ["arn:aws:s3:::example", "arn:aws:s3:::example/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
      { Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::example/*" },
      { Effect = "Deny", Principal = { AWS = "arn:aws:iam::111122223333:user/x" }, Action = "s3:*", Resource = "*" },
      { Effect = "Deny", Principal = "*", Action = "s3:DeleteBucket", Resource = "*" },
    ]
  })
}

# case: the bucket by a reference, every action of every service
resource "aws_s3_bucket" "archive" {
  bucket = "example"
}

resource "aws_s3_bucket_policy" "archive" {
  bucket = aws_s3_bucket.archive.id
  policy = jsonencode({
    Statement = {
      Effect    = "Deny"
      Principal = { AWS = "*" }
      Action    = ["*"] #!
      Resource  = aws_s3_bucket.archive.arn
    }
  })
}
