# case: switched off
resource "aws_opensearch_domain" "search" {
  log_publishing_options { #!
    log_type = "INDEX_SLOW_LOGS"
    enabled  = false
  }
}

# case: perhaps
variable "logged" {}

resource "aws_opensearch_domain" "search" {
  log_publishing_options {
    log_type = "INDEX_SLOW_LOGS"
    enabled  = var.logged #?
  }
}
