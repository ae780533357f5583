r"""ECS service uses a role whose name says that it may do everything.

The role of a service needs to register tasks with a load balancer and little else. An administrator's role hands the
whole account to whoever can change the service. Names can mislead, so that this rule runs only when it is selected.

## Bad
```terraform
resource "aws_ecs_service" "site" {
  name            = "site"
  cluster         = var.cluster_arn
  task_definition = var.task_definition_arn
  desired_count   = 2
  iam_role        = "arn:aws:iam::111122223333:role/administrator"
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
which role is meant only its author knows; as a rule none is needed, because ECS has a service-linked one.
## See
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using-service-linked-roles.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:H/A:H",
    standards={
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.308(a)(4)",),
        "iso-27001": ("A.5.15",),
        "nist-800-53": ("AC-6",),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("7.2.2",),
        "soc-2": ("CC6.3",),
    },
    aliases=(
        "7db727c1-1720-468e-b80e-06697f71e09e",
        "01986452-bdd8-4aaa-b5df-d6bf61d616ff",
        "3206240f-2e87-4e58-8d24-3e19e7c83d7c",
        "AC_AWS_0087",
        "AWS.ECS.High.0436",
    ),
    default=False,
)


@rule.on("aws_ecs_service")
def check(service: Resource) -> Iterator[Finding]:
    role = service["iam_role"]
    names = [role.text or "", *(target.label for target in role.refers)]
    if any("admin" in name.lower() for name in names):
        yield rule.found(role, f"{service} uses a role whose name says that it may do everything")
