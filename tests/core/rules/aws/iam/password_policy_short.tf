# case: not said, long enough, unknown
resource "aws_iam_account_password_policy" "unsaid" { #!
  require_symbols = true
}

resource "aws_iam_account_password_policy" "long" {
  minimum_password_length = "20"
}

variable "length" {}

resource "aws_iam_account_password_policy" "unknown" {
  minimum_password_length = var.length #?
}
