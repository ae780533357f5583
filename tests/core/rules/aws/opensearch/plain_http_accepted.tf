# case: the provider's default
resource "aws_elasticsearch_domain" "search" {
  domain_endpoint_options {
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
}
