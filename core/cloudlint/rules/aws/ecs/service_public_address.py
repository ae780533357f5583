r"""ECS service gives its tasks public addresses.

Every task is then on the internet by itself, past the load balancer and its firewall, with only a security group in
between. Tasks in private subnets reach out through a NAT gateway or endpoints.

## Bad
```terraform
resource "aws_ecs_service" "site" {
  name            = "site"
  cluster         = var.cluster_arn
  task_definition = var.task_definition_arn
  desired_count   = 2

  network_configuration {
    subnets          = var.subnet_ids
    assign_public_ip = true # to fetch the image
  }
}

variable "cluster_arn" {
  type = string
}

variable "task_definition_arn" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}
```
## Good
```terraform
resource "aws_ecs_service" "site" {
  name            = "site"
  cluster         = var.cluster_arn
  task_definition = var.task_definition_arn
  desired_count   = 2

  network_configuration {
    subnets          = var.subnet_ids
    assign_public_ip = false # to fetch the image
  }
}

variable "cluster_arn" {
  type = string
}

variable "task_definition_arn" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}
```
## Fix
Unsafe: tasks in a public subnet can no longer fetch their image or call out, unless a NAT gateway or endpoints are
there.
## See
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.20",),
        "nist-800-53": ("SC-7",),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "soc-2": ("CC6.6",),
    },
    aliases=("CKV_AWS_333",),
)


@rule.on("aws_ecs_service", "aws_ecs_task_set")
def check(service: Resource) -> Iterator[Finding]:
    for network in service.blocks("network_configuration"):
        public = network["assign_public_ip"]
        if public.equals(True):
            yield rule.found(public, f"{service} gives its tasks public addresses", fix=public.set(False))
