r"""ECS service runs no task.

A service that is kept at zero does nothing, yet keeps its roles, its openings and its place behind the load balancer.
Either it is needed and down, or it should go.

## Bad
```terraform
resource "aws_ecs_service" "site" {
  name            = "site"
  cluster         = var.cluster_arn
  task_definition = var.task_definition_arn
  desired_count   = 0
}

variable "cluster_arn" {
  type = string
}

variable "task_definition_arn" {
  type = string
}
```
## Good
```terraform
resource "aws_ecs_service" "site" {
  name            = "site"
  cluster         = var.cluster_arn
  task_definition = var.task_definition_arn
  desired_count   = 2
}

variable "cluster_arn" {
  type = string
}

variable "task_definition_arn" {
  type = string
}
```
## Fix
whether the service shall run or go only its author knows.
## See
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_services.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:L/A:N",
    standards={
        "iso-27001": ("A.8.14",),
        "nist-800-53": ("CP-10",),
        "soc-2": ("A1.2",),
    },
    aliases=(
        "f5c45127-1d28-4b49-a692-0b97da1c3a84",
        "79d745f0-d5f3-46db-9504-bef73e9fd528",
        "91f16d09-689e-4926-aca7-155157f634ed",
    ),
    default=False,
)


@rule.on("aws_ecs_service")
def check(service: Resource) -> Iterator[Finding]:
    count = service["desired_count"]
    if count.equals(0):
        yield rule.found(count, f"{service} runs no task")
