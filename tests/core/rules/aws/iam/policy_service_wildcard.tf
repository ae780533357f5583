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
