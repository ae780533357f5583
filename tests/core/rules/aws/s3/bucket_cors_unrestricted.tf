# case: reading from everywhere is what CORS is for
resource "aws_s3_bucket_cors_configuration" "fonts" {
  bucket = "example"

  cors_rule {
    allowed_methods = ["GET", "HEAD"]
    allowed_origins = ["*"]
  }
}

# case: inline, as before version 4 of the provider
resource "aws_s3_bucket" "uploads" {
  cors_rule {
    allowed_methods = ["POST"]
    allowed_origins = ["https://example.com", "*"] #!
  }
}
