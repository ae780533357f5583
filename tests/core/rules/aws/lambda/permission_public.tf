# case: within an organisation
resource "aws_lambda_permission" "org" {
  action           = "lambda:InvokeFunction"
  function_name    = "orders"
  principal        = "*"
  principal_org_id = "o-a1b2c3d4e5"
}

# case: for the URL of a function
resource "aws_lambda_permission" "url" {
  action                 = "lambda:InvokeFunctionUrl"
  function_name          = "orders"
  principal              = "*" #!
  function_url_auth_type = "NONE"
}
