r"""Instances of an autoscaling group carry no tags.

Machines come and go by themselves here. Without tags nobody can tell whose a machine is when it misbehaves or what
its bill belongs to.

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

  launch_template {
    id      = "lt-0a1b2c3d4e5f60718"
    version = "7"
  }

  tag {
    key                 = "Team"
    value               = "shop"
    propagate_at_launch = true
  }
}

variable "subnets" {
  type = list(string)
}
```
## Fix
which tags are right is for people to say.
## See
https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-tagging.html
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
        "nist-800-53": ("CM-8",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.9",),
    },
    aliases=(
        "CKV_AWS_153",
        "ba48df05-eaa1-4d64-905e-4a4b051e7587",
    ),
)


@rule.on("aws_autoscaling_group")
def check(group: Resource) -> Iterator[Finding]:
    if not {"tag", "tags"} & group.entries().keys():  # `tags` is how the provider before version 5 called it
        yield rule.found(group, f"The instances of {group} carry no tags")
