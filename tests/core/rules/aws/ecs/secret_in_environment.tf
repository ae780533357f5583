# case: names and values that are no secrets
resource "aws_ecs_task_definition" "site" {
  container_definitions = jsonencode([
    {
      name = "web"
      environment = [
        { name = "PASSWORD_LENGTH", value = "12" },
        { name = "LOG_LEVEL", value = "debug" },
        { name = "PASSWORD_PARAMETER", value = "/shop/password" },
        { name = "SECRET_ARN", value = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:shop" },
      ]
    },
  ])
}

# case: a key that gives itself away, and a password in an address
resource "aws_ecs_task_definition" "site" {
  container_definitions = jsonencode([
    {
      name = "web"
      environment = [
        { name = "UPLOADER", value = "AKIAQ3EGR2ZT5NK7HL4M" },                   #!
        { name = "DATABASE_URL", value = "postgres://shop:tr0ub4dor@db/orders" }, #!
      ]
    },
  ])
}
