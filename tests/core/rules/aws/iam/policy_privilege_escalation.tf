# case: two policies of one role together
resource "aws_iam_role" "ci" {
  name               = "ci"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "ci" {
  role   = aws_iam_role.ci.name
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "iam:PassRole", Resource = "*" }] }) #!
}

resource "aws_iam_policy" "start" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "ec2:Run*", Resource = "*" }] })
}

resource "aws_iam_policy_attachment" "start" {
  name       = "start"
  roles      = [aws_iam_role.ci.name]
  policy_arn = aws_iam_policy.start.arn
}

# case: the same two policies on two roles
resource "aws_iam_role_policy" "pass" {
  role   = "one"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "iam:PassRole", Resource = "*" }] })
}

resource "aws_iam_role_policy" "start" {
  role   = "other"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "ec2:RunInstances", Resource = "*" }] })
}

# case: limited by a condition or to resources; an administrator needs no way
data "aws_iam_policy_document" "limited" {
  statement {
    actions   = ["iam:CreateAccessKey"]
    resources = ["arn:aws:iam::*:user/&{aws:username}"]
  }

  statement {
    actions   = ["iam:AttachUserPolicy"]
    resources = ["*"]

    condition {
      test     = "ArnEquals"
      variable = "iam:PolicyARN"
      values   = ["arn:aws:iam::aws:policy/ReadOnlyAccess"]
    }
  }

  statement {
    actions   = ["*"]
    resources = ["*"]
  }
}

# case: whatever resources are meant, these actions are no way; and whatever actions, these are not all resources
variable "cluster" {}

variable "actions" {}

data "aws_iam_policy_document" "harmless" {
  statement {
    actions   = ["eks:*"]
    resources = [var.cluster]
  }

  statement {
    actions   = var.actions
    resources = ["arn:aws:s3:::uploads/*"]
  }
}

data "aws_iam_policy_document" "nobody_knows" {
  statement {
    actions   = ["iam:CreateAccessKey"]
    resources = [var.cluster] #?
  }
}
