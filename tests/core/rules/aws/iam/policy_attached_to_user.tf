# case: no users
resource "aws_iam_policy_attachment" "nobody" {
  name       = "nobody"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
  users      = []
}

# case: users of an attachment
resource "aws_iam_policy_attachment" "jim" {
  name       = "jim"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
  users      = ["jim"] #!
}
