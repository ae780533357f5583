# case: not said
resource "aws_elasticsearch_domain" "search" { #!
  domain_name = "search"
}

# case: nobody knows
variable "encrypted" {}

resource "aws_opensearch_domain" "search" {
  encrypt_at_rest {
    enabled = var.encrypted #?
  }
}
