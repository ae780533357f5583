r"""ECS task has no network of its own.

In the modes `bridge` and `host` tasks share the network and the security groups of their machine, so that each can
reach what any of them may reach. With `awsvpc` every task has its own address and its own groups.

## Bad
```terraform
resource "aws_ecs_task_definition" "site" {
  family                = "site"
  container_definitions = var.containers
  network_mode          = "host"
}

variable "containers" {
  type = string
}
```
## Good
```terraform
resource "aws_ecs_task_definition" "site" {
  family                = "site"
  container_definitions = var.containers
  network_mode          = "awsvpc"
}

variable "containers" {
  type = string
}
```
## Fix
a task with its own network needs subnets and groups in the service, and ports that fit.
## See
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.20",),
        "nist-800-53": ("SC-7",),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "soc-2": ("CC6.6",),
    },
    aliases=(
        "01aec7c2-3e4d-4274-ae47-2b8fea22fd1f",
        "027a4b7a-8a59-4938-a04f-ed532512cf45",
        "9f4a9409-9c60-4671-be96-9716dbf63db1",
        "AC_AWS_0088",
        "AWS.EcsCluster.NetworkSecurity.High.0104",
    ),
    default=False,
)


@rule.on("aws_ecs_task_definition")
def check(task: Resource) -> Iterator[Finding]:
    yield from rule.expect(task, "network_mode", "awsvpc", message="{resource} has no network of its own", fix=False)
