# case: browsers ask OPTIONS without credentials
resource "aws_api_gateway_method" "get" {
  http_method   = "OPTIONS"
  authorization = "NONE"
}

# case: a key is asked for
resource "aws_api_gateway_method" "get" {
  http_method      = "GET"
  authorization    = "NONE"
  api_key_required = true
}

# case: the API cannot be reached from outside
resource "aws_api_gateway_method" "get" {
  rest_api_id   = aws_api_gateway_rest_api.inner.id
  http_method   = "GET"
  authorization = "NONE"
}

resource "aws_api_gateway_rest_api" "inner" {
  name = "inner"

  endpoint_configuration {
    types = ["PRIVATE"]
  }
}
