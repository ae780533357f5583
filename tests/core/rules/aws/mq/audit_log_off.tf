# case: not said
resource "aws_mq_broker" "jobs" { #!
  engine_type = "ActiveMQ"
}

# case: RabbitMQ has none
resource "aws_mq_broker" "jobs" {
  engine_type = "RabbitMQ"
}
