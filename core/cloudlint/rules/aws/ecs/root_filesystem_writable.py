r"""Container of an ECS task may write to its root file system.

Whoever breaks in can leave tools behind or change the program that runs. With a read-only root, and volumes for what
has to be written, that does not work.

## Bad
```terraform
resource "aws_ecs_task_definition" "site" {
  family = "site"
  container_definitions = jsonencode([
    {
      name                   = "web"
      image                  = "example/site:1.4"
      memory                 = 256
      readonlyRootFilesystem = false # writes its log
    },
  ])
}
```
## Good
```terraform
resource "aws_ecs_task_definition" "site" {
  family = "site"
  container_definitions = jsonencode([
    {
      name                   = "web"
      image                  = "example/site:1.4"
      memory                 = 256
      readonlyRootFilesystem = true # writes its log
    },
  ])
}
```
## Fix
Unsafe: a program that writes temporary files outside of its volumes fails.
## See
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

from ._shared import containers, named, said

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
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
    aliases=("CKV_AWS_336",),
    default=False,
)


@rule.on("aws_ecs_task_definition")
def check(task: Resource) -> Iterator[Finding]:
    for container in containers(task):
        readonly = said(container, "readonlyRootFilesystem")
        if readonly.absent or readonly.equals(False):
            message = f"In {task}, {named(container)} may write to its root file system"
            yield rule.found(readonly, message, fix=readonly.set(True))
