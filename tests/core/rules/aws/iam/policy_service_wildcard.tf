# case: services that know no resources, and a pattern that is less than the service
data "aws_iam_policy_document" "patterns" {
  statement {
    actions   = ["xray:*", "s3:Get*", "ec2:*"] #!
    resources = ["*"]
  }

  statement {
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::example-uploads"]
  }
}

# case: less than a service for unknown resources, and a service beside what is unknown
variable "bucket" {}

variable "more" {}

data "aws_iam_policy_document" "some" {
  statement {
    actions   = ["s3:Get*"]
    resources = [var.bucket]
  }
}

data "aws_iam_policy_document" "all" {
  statement {
    actions   = var.more
    resources = var.more
  }

  statement {
    actions   = ["s3:*"] #!
    resources = ["*"]
  }
}
