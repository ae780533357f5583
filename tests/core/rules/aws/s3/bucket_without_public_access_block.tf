# case: a block that refers to the bucket, or bears its name
resource "aws_s3_bucket" "referred" {
  bucket = "example-referred"
}

resource "aws_s3_bucket_public_access_block" "referred" {
  bucket = aws_s3_bucket.referred.id
}

resource "aws_s3_bucket" "named" {
  bucket = "example-named"
}

resource "aws_s3_bucket_public_access_block" "named" {
  bucket = "example-named"
}

# case: the block of another bucket
resource "aws_s3_bucket" "with" {
  bucket = "example-with"
}

resource "aws_s3_bucket" "without" { #!
  bucket = "example-without"
}

resource "aws_s3_bucket_public_access_block" "with" {
  bucket = aws_s3_bucket.with.id
}

# case: one for each of several buckets
resource "aws_s3_bucket" "many" {
  for_each = toset(["a", "b"])
  bucket   = "example-${each.key}"
}

resource "aws_s3_bucket_public_access_block" "many" {
  for_each = aws_s3_bucket.many
  bucket   = each.value.id
}

# case: nobody knows which bucket the block is for
variable "bucket" {}

resource "aws_s3_bucket" "perhaps" {
  bucket = "example-perhaps"
}

resource "aws_s3_bucket_public_access_block" "somewhere" {
  bucket = var.bucket #?
}
