# case: an address is no proof of who asks
resource "aws_elasticsearch_domain" "search" {
  access_policies = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" } #!
      Action    = "es:*"
      Condition = { IpAddress = { "aws:SourceIp" = "203.0.113.0/24" } }
    }]
  })
}

# case: nobody is named at all
resource "aws_opensearch_domain_policy" "search" {
  domain_name = "search"
  access_policies = jsonencode({
    Statement = [{ #!
      Effect = "Allow"
      Action = "es:ESHttpGet"
    }]
  })
}

# case: fine-grained access control asks who they are
resource "aws_opensearch_domain" "search" {
  domain_name = "search"
  access_policies = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "es:ESHttp*"
    }]
  })
  advanced_security_options {
    enabled = true
  }
}

# case: refused to everyone
resource "aws_opensearch_domain_policy" "search" {
  domain_name = "search"
  access_policies = jsonencode({
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "es:ESHttpDelete"
    }]
  })
}
