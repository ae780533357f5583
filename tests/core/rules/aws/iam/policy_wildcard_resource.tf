# case: actions that cannot be limited, for unknown resources; unknown actions for one resource
variable "unknown" {}

data "aws_iam_policy_document" "safe" {
  statement {
    actions   = ["ec2:DescribeInstances"]
    resources = [var.unknown]
  }

  statement {
    actions   = [var.unknown]
    resources = ["arn:aws:s3:::uploads/*"]
  }
}

data "aws_iam_policy_document" "unsure" {
  statement {
    actions   = ["s3:GetObject"]
    resources = [var.unknown] #?
  }
}
