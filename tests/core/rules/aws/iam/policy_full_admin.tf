# case: JSON as text, lone strings, one statement that is no list
resource "aws_iam_policy" "deploy" {
  policy = "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*:*\", \"Resource\": \"*\"}}" #!
}

# case: a document is judged where it stands, not where it is used
data "aws_iam_policy_document" "deploy" {
  statement {
    actions   = ["*"] #!
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "deploy" {
  role   = "deploy"
  policy = data.aws_iam_policy_document.deploy.json
}

# case: through a local, an inline policy of a role
locals {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}

resource "aws_iam_role" "deploy" {
  assume_role_policy = "{}"

  inline_policy {
    name   = "all"
    policy = local.policy #!
  }
}

# case: a Deny, and a document for a bucket
data "aws_iam_policy_document" "deny" {
  statement {
    effect    = "Deny"
    actions   = ["*"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "bucket" {
  statement {
    actions   = ["*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111122223333:root"]
    }
  }
}

# case: principals in a document that a role takes all the same
data "aws_iam_policy_document" "deploy" {
  statement {
    actions   = ["*"] #!
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111122223333:root"]
    }
  }
}

resource "aws_iam_role_policy" "deploy" {
  role   = "deploy"
  policy = data.aws_iam_policy_document.deploy.json
}

# case: nobody knows
variable "policy" {}

resource "aws_iam_policy" "deploy" {
  policy = var.policy #?
}
