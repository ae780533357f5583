# case: one of two containers
resource "aws_ecs_task_definition" "agent" {
  family = "agent"
  container_definitions = jsonencode([
    { name = "web", image = "web", privileged = false },
    { name = "agent", image = "agent", privileged = true }, #!
  ])
}

# case: nobody knows
variable "containers" {}

resource "aws_ecs_task_definition" "agent" {
  family                = "agent"
  container_definitions = var.containers #?
}
