r"""Container of an ECS task runs privileged.

A privileged container has the rights of root on the machine below it. Whoever breaks into the application owns the
machine, every other task on it and the role of the machine.

## Bad
```terraform
resource "aws_ecs_task_definition" "agent" {
  family = "agent"
  container_definitions = jsonencode([
    {
      name       = "agent"
      image      = "example/agent:1.4"
      memory     = 256
      privileged = true # reads the kernel log
    },
  ])
}
```
## Good
```terraform
resource "aws_ecs_task_definition" "agent" {
  family = "agent"
  container_definitions = jsonencode([
    {
      name       = "agent"
      image      = "example/agent:1.4"
      memory     = 256
      privileged = false # reads the kernel log
    },
  ])
}
```
## Fix
Unsafe: a container that loads drivers or runs containers itself stops working.
## See
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule

from ._shared import containers, named, said

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:L/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H",
    fixes=UNSAFE,
    standards={
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.308(a)(4)",),
        "iso-27001": ("A.5.15",),
        "nist-800-53": ("AC-6",),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("7.2.2",),
        "soc-2": ("CC6.3",),
    },
    aliases=("CKV_AWS_334",),
)


@rule.on("aws_ecs_task_definition")
def check(task: Resource) -> Iterator[Finding]:
    for container in containers(task):
        privileged = said(container, "privileged")
        if privileged.equals(True):
            message = f"{task} runs {named(container)} privileged"
            yield rule.found(privileged, message, fix=privileged.set(False))
