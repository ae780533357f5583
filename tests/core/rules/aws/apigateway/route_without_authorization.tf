# case: a WebSocket is authorized when it is opened
resource "aws_apigatewayv2_api" "chat" {
  name          = "chat"
  protocol_type = "WEBSOCKET"
}

resource "aws_apigatewayv2_route" "open" { #!
  api_id    = aws_apigatewayv2_api.chat.id
  route_key = "$connect"
}

resource "aws_apigatewayv2_route" "say" {
  api_id    = aws_apigatewayv2_api.chat.id
  route_key = "$default"
}
