r"""Autoscaling group belongs to no load balancer.

Machines that come and go are of little use to visitors unless something spreads the load over them and leaves out the
ill ones. Groups that work through a queue need none, so that this rule runs only when selected.

## Bad
```terraform
resource "aws_autoscaling_group" "web" {
  min_size            = 2
  max_size            = 6
  vpc_zone_identifier = var.subnets

  launch_template {
    id      = "lt-0a1b2c3d4e5f60718"
    version = "7"
  }
}

variable "subnets" {
  type = list(string)
}
```
## Good
```terraform
resource "aws_autoscaling_group" "web" {
  min_size            = 2
  max_size            = 6
  vpc_zone_identifier = var.subnets
  target_group_arns   = [var.target_group]

  launch_template {
    id      = "lt-0a1b2c3d4e5f60718"
    version = "7"
  }
}

variable "target_group" {
  type = string
}

variable "subnets" {
  type = list(string)
}
```
## Fix
which load balancer the group belongs to is for people to say.
## See
https://docs.aws.amazon.com/autoscaling/ec2/userguide/autoscaling-load-balancer.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "nist-800-53": ("CP-10",),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.14",),
    },
    aliases=(
        "8e94dced-9bcc-4203-8eb7-7e41202b2505",
        "050f085f-a8db-4072-9010-2cca235cc02f",
        "ad21e616-5026-4b9d-990d-5b007bfe679c",
    ),
    default=False,
)


BALANCING = ("load_balancers", "target_group_arns", "traffic_source")
ATTACHMENTS = ("aws_autoscaling_attachment", "aws_autoscaling_traffic_source_attachment")


@rule.on("aws_autoscaling_group")
def check(group: Resource) -> Iterator[Finding]:
    alone = all(group[name].absent or group[name].known == [] for name in BALANCING)
    if alone and all(group.lacks(kind, "autoscaling_group_name") for kind in ATTACHMENTS):
        yield rule.found(group, f"{group} belongs to no load balancer")
