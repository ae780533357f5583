r"""ECS container has no health check.

Without one ECS takes a container for healthy as long as its process lives, and sends requests to programs that hang.

## Bad
```terraform
resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([{
    name  = "web"
    image = "example/web:1"
  }])
}
```
## Good
```terraform
resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([{
    name  = "web"
    image = "example/web:1"
    healthCheck = {
      command = ["CMD-SHELL", "curl -f http://localhost/ || exit 1"]
    }
  }])
}
```
## Bad
```cloudformation
Resources:
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: web
      ContainerDefinitions:
        - Name: web
          Image: example/web:1
```
## Good
```cloudformation
Resources:
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: web
      ContainerDefinitions:
        - Name: web
          Image: example/web:1
          HealthCheck:
            Command: [CMD-SHELL, curl -f http://localhost/ || exit 1]
```
## Fix
How the program says that it is well only its author knows.
## See
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/healthcheck.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import containers, named, said

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "hipaa": ("164.308(a)(7)",),
        "nist-800-53": ("CP-10",),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.14",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.16",),
    },
    aliases=("d24389b4-b209-4ff0-8345-dc7a4569dcdd",),
    default=False,
)


@rule.on("aws_ecs_task_definition")
def check(task: Resource) -> Iterator[Finding]:
    for container in containers(task):
        if said(container, "healthCheck").absent:
            yield rule.found(said(container, "healthCheck"), f"In {task}, {named(container)} has no health check")
