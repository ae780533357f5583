r"""ECS task has no role of its own.

Without a role the programs in the task use what else they find: keys in their environment, or on machines of your own
the role of the instance, which all tasks on it share.

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
  task_role_arn = "arn:aws:iam::111122223333:role/web"
  container_definitions = jsonencode([{
    name  = "web"
    image = "example/web:1"
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
      TaskRoleArn: arn:aws:iam::111122223333:role/web
      ContainerDefinitions:
        - Name: web
          Image: example/web:1
```
## Fix
What the task may do only the author knows.
## See
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("7f384a5f-b5a2-4d84-8ca3-ee0a5247becb",),
    default=False,
)


@rule.on("aws_ecs_task_definition")
def check(task: Resource) -> Iterator[Finding]:
    role = task["task_role_arn"]
    if role.absent:
        yield rule.found(role, f"{task} has no role of its own")
