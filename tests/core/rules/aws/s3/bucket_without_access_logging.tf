# case: the bucket that takes the logs needs none, in either notation
resource "aws_s3_bucket" "old" {
  bucket = "example-old"

  logging {
    target_bucket = aws_s3_bucket.old_logs.id
  }
}

resource "aws_s3_bucket" "old_logs" {
  bucket = "example-old-logs"
}

resource "aws_s3_bucket" "new" {
  bucket = "example-new"
}

resource "aws_s3_bucket_logging" "new" {
  bucket        = aws_s3_bucket.new.id
  target_bucket = aws_s3_bucket.new_logs.id
  target_prefix = "new/"
}

resource "aws_s3_bucket" "new_logs" {
  bucket = "example-new-logs"
}

# case: a bucket for the logs of other services
resource "aws_s3_bucket" "delivery" {
  bucket = "example-delivery"
  acl    = "log-delivery-write"
}

resource "aws_s3_bucket" "other" { #!
  bucket = "example-other"
}
