# case: one of several, in other partitions, through a data source
resource "aws_iam_role" "deploy" {
  assume_role_policy = "{}"
  managed_policy_arns = [
    "arn:aws:iam::aws:policy/ReadOnlyAccess",
    "arn:aws-us-gov:iam::aws:policy/AdministratorAccess", #!
  ]
}

data "aws_iam_policy" "admin" {
  name = "AdministratorAccess" #!
}

# case: a policy of one's own with the name
resource "aws_iam_group_policy_attachment" "own" {
  group      = "own"
  policy_arn = "arn:aws:iam::111122223333:policy/AdministratorAccess"
}

# case: a policy of the project is none that AWS manages, through a local too; one of two may be
variable "admin" {}

locals {
  arn = aws_iam_policy.own.arn
}

resource "aws_iam_policy" "own" {
  name   = "own"
  policy = "{}"
}

resource "aws_iam_role_policy_attachment" "own" {
  role       = "r"
  policy_arn = local.arn
}

resource "aws_iam_role_policy_attachment" "one_of_two" {
  role       = "r"
  policy_arn = var.admin ? "arn:aws:iam::aws:policy/AdministratorAccess" : aws_iam_policy.own.arn #?
}
