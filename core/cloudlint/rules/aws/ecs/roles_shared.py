r"""Program in an ECS task has the role that starts the task.

The execution role may read secrets and fetch images for the start. A program that runs with it can do the same at any
time, and so can whoever breaks into the program.

## Bad
```terraform
resource "aws_ecs_task_definition" "site" {
  family                = "site"
  container_definitions = var.containers
  execution_role_arn    = aws_iam_role.start.arn
  task_role_arn         = aws_iam_role.start.arn
}

resource "aws_iam_role" "start" {
  name               = "start"
  assume_role_policy = var.trust_policy
}

variable "containers" {
  type = string
}

variable "trust_policy" {
  type = string
}
```
## Good
```terraform
resource "aws_ecs_task_definition" "site" {
  family                = "site"
  container_definitions = var.containers
  execution_role_arn    = aws_iam_role.start.arn
  task_role_arn         = aws_iam_role.site.arn
}

resource "aws_iam_role" "start" {
  name               = "start"
  assume_role_policy = var.trust_policy
}

resource "aws_iam_role" "site" {
  name               = "site"
  assume_role_policy = var.trust_policy
}

variable "containers" {
  type = string
}

variable "trust_policy" {
  type = string
}
```
## Fix
what the program itself needs has to be granted to a role of its own.
## See
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:L/A:N",
    standards={
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.308(a)(4)",),
        "iso-27001": ("A.5.15",),
        "nist-800-53": ("AC-6",),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("7.2.2",),
        "soc-2": ("CC6.3",),
    },
    aliases=("CKV_AWS_249",),
)


@rule.on("aws_ecs_task_definition")
def check(task: Resource) -> Iterator[Finding]:
    starts, runs = task["execution_role_arn"], task["task_role_arn"]
    same_text = starts.text is not None and starts.text == runs.text
    if same_text or any(role is other for role in starts.refers for other in runs.refers):
        yield rule.found(
            runs, f"The program in {task} has the role that starts the task", related=[(starts, "the start")]
        )
