# case: settings for every method of the stage
resource "aws_api_gateway_stage" "live" {
  stage_name = "live"
}

resource "aws_api_gateway_method_settings" "all" {
  stage_name  = aws_api_gateway_stage.live.stage_name
  method_path = "*/*"

  settings {
    logging_level = "ERROR"
  }
}

# case: settings for one method only
resource "aws_api_gateway_stage" "live" { #!
  stage_name = "live"
}

resource "aws_api_gateway_method_settings" "one" {
  stage_name  = aws_api_gateway_stage.live.stage_name
  method_path = "orders/GET"

  settings {
    logging_level = "ERROR"
  }
}

# case: HTTP APIs have no such log
resource "aws_apigatewayv2_api" "shop" {
  name          = "shop"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "live" {
  api_id = aws_apigatewayv2_api.shop.id
  name   = "live"
}
