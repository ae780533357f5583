r"""ECS service is pinned to an old version of the Fargate platform.

Fixes of the kernel and of the runtime come with new platform versions. A pinned service goes without them until
somebody remembers the pin.

## Bad
```terraform
resource "aws_ecs_service" "site" {
  name             = "site"
  cluster          = var.cluster_arn
  task_definition  = var.task_definition_arn
  desired_count    = 2
  launch_type      = "FARGATE"
  platform_version = "1.3.0" # file system

  network_configuration {
    subnets = var.subnet_ids
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
  name             = "site"
  cluster          = var.cluster_arn
  task_definition  = var.task_definition_arn
  desired_count    = 2
  launch_type      = "FARGATE"
  platform_version = "LATEST" # file system

  network_configuration {
    subnets = var.subnet_ids
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
Unsafe: the tasks are started anew on the current platform, whose network and storage behave in a few points
differently.
## See
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-linux-fargate.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "gdpr": ("32(1)(d)",),
        "hipaa": ("164.308(a)(1)",),
        "iso-27001": ("A.8.8",),
        "nist-800-53": ("SI-2",),
        "nydfs-500": ("500.05",),
        "pci-dss-4.0": ("6.3.3",),
        "soc-2": ("CC7.1",),
    },
    aliases=("CKV_AWS_332",),
)


@rule.on("aws_ecs_service", "aws_ecs_task_set")
def check(service: Resource) -> Iterator[Finding]:
    version = service["platform_version"]
    if service["launch_type"].equals("FARGATE") and version.text not in (None, "LATEST"):
        message = f"{service} is pinned to version {version.text} of the Fargate platform"
        yield rule.found(version, message, fix=version.set("LATEST"))
