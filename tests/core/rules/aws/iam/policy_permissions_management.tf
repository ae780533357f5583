# case: patterns that hold such an action, and those that do not
data "aws_iam_policy_document" "patterns" {
  statement {
    actions = [
      "s3:*", #!
      "s3:Get*",
      "kms:CreateGrant", #!
      "kms:Decrypt",
      "iam:Get*",
    ]
    resources = ["*"]
  }
}
