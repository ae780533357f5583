# case: to CloudWatch Logs through a delivery
resource "aws_cloudfront_distribution" "delivered" {
  enabled = true
}

resource "aws_cloudwatch_log_delivery_source" "delivered" {
  name         = "site"
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.delivered.arn
}

resource "aws_cloudwatch_log_delivery" "delivered" {
  delivery_source_name     = aws_cloudwatch_log_delivery_source.delivered.name
  delivery_destination_arn = "arn:aws:logs:eu-west-1:111122223333:delivery-destination:site"
}

# case: a source alone delivers nothing
resource "aws_cloudfront_distribution" "alone" { #!
  enabled = true
}

resource "aws_cloudwatch_log_delivery_source" "alone" {
  name         = "site"
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.alone.arn
}
