# case: accounts and roles have no source; Alexa has a token
resource "aws_lambda_permission" "account" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "111122223333"
}

resource "aws_lambda_permission" "alexa" {
  action             = "lambda:InvokeFunction"
  function_name      = "orders"
  principal          = "alexa-appkit.amazon.com"
  event_source_token = "amzn1.ask.skill.a1b2"
}

# case: in China
resource "aws_lambda_permission" "china" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "s3.amazonaws.com.cn" #!
}
