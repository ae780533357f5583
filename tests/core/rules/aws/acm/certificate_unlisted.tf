# case: a private authority
resource "aws_acm_certificate" "inner" {
  domain_name               = "inner.example.com"
  certificate_authority_arn = "arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/a"

  options {
    certificate_transparency_logging_preference = "DISABLED"
  }
}
