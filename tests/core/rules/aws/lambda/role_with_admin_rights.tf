# case: by a policy in the role's own text
resource "aws_iam_role" "orders" {
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "orders" {
  role   = aws_iam_role.orders.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["logs:PutLogEvents", "iam:*"], Resource = "*" }] })
}

resource "aws_lambda_function" "orders" {
  role = aws_iam_role.orders.arn #!
}

# case: with few rights
resource "aws_iam_role" "orders" {
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "orders" {
  role   = aws_iam_role.orders.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }] })
}

resource "aws_lambda_function" "orders" {
  role = aws_iam_role.orders.arn
}
