# case: every account's role of a name, in a document
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::*:root"] #!
    }
  }
}

resource "aws_iam_role" "reports" {
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

# case: held by the organisation
resource "aws_iam_role" "reports" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
    }]
  })
}

# case: nobody knows
variable "principal" {}

resource "aws_iam_role" "reports" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = var.principal } #?
    }]
  })
}
