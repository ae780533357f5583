# case: the default is old
resource "aws_elasticsearch_domain" "search" { #!
  domain_name = "search"
}

# case: with or without forward secrecy
resource "aws_opensearch_domain" "search" {
  domain_endpoint_options {
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
}
