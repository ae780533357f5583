# case: the bucket by its name, its ACL inline; another public bucket is none of this rule's business
resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = "example-trail"
}

resource "aws_s3_bucket" "trail" {
  bucket = "example-trail"
  acl    = "public-read-write" #!
}

resource "aws_s3_bucket" "site" {
  bucket = "example-site"
  acl    = "public-read"
}
