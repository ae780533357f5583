r"""ECS task shares the processes of the machine it runs on.

Its containers see every process of the machine, can read secrets out of their environment and can stop them. A flaw in
one task becomes a flaw of all.

## Bad
```terraform
resource "aws_ecs_task_definition" "agent" {
  family                = "agent"
  container_definitions = var.containers
  pid_mode              = "host" # watches the others
}

variable "containers" {
  type = string
}
```
## Good
```terraform
resource "aws_ecs_task_definition" "agent" {
  family                = "agent"
  container_definitions = var.containers
  pid_mode              = "task" # watches the others
}

variable "containers" {
  type = string
}
```
## Fix
Unsafe: a monitoring agent that watches other processes no longer sees them.
## See
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule

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
    aliases=("CKV_AWS_335",),
)


@rule.on("aws_ecs_task_definition")
def check(task: Resource) -> Iterator[Finding]:
    mode = task["pid_mode"]
    if mode.equals("host"):
        yield rule.found(mode, f"{task} shares the processes of its machine", fix=mode.set("task"))
