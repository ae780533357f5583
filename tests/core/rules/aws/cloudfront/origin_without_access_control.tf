# case: a bucket by reference, without and with proof of who asks
resource "aws_s3_bucket" "site" {
  bucket = "example-site"
}

resource "aws_cloudfront_distribution" "site" {
  origin {
    domain_name = aws_s3_bucket.site.bucket_regional_domain_name #!
    origin_id   = "open"
  }

  origin {
    domain_name              = aws_s3_bucket.site.bucket_regional_domain_name
    origin_id                = "control"
    origin_access_control_id = "E2QWRUHAPOMQZL"
  }

  origin {
    domain_name = aws_s3_bucket.site.bucket_regional_domain_name
    origin_id   = "identity"

    s3_origin_config {
      origin_access_identity = "origin-access-identity/cloudfront/ABCDEFG1234567"
    }
  }
}

# case: a server, the website of a bucket, a server in a VPC
resource "aws_cloudfront_distribution" "other" {
  origin {
    domain_name = "origin.example.com"
    origin_id   = "other"

    custom_origin_config {
      origin_protocol_policy = "https-only"
    }
  }

  origin {
    domain_name = "example-site.s3-website.eu-west-1.amazonaws.com"
    origin_id   = "website"

    custom_origin_config {
      origin_protocol_policy = "http-only"
    }
  }

  origin {
    domain_name = "internal.example.com"
    origin_id   = "vpc"

    vpc_origin_config {
      vpc_origin_id = "vo-1"
    }
  }
}
