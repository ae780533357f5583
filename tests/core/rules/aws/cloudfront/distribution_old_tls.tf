# case: the default of a certificate of one's own, and that of CloudFront
resource "aws_cloudfront_distribution" "own" {
  viewer_certificate { #!
    acm_certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/1"
  }
}

resource "aws_cloudfront_distribution" "default" {
  viewer_certificate { #!
    cloudfront_default_certificate = true
  }
}

# case: new enough, and newer than this rule
resource "aws_cloudfront_distribution" "new" {
  viewer_certificate {
    minimum_protocol_version = "TLSv1.2_2018"
  }
}

resource "aws_cloudfront_distribution" "newer" {
  viewer_certificate {
    minimum_protocol_version = "TLSv1.4_2031"
  }
}

# case: nobody knows
variable "version_" {}

resource "aws_cloudfront_distribution" "given" {
  viewer_certificate {
    minimum_protocol_version = var.version_ #?
  }
}
