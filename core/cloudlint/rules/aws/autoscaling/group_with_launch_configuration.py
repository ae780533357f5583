r"""Autoscaling group uses a launch configuration.

Launch configurations get no new features and new accounts cannot make them any more: no second version to go back to,
no mixed or newest instance types. A launch template does all that.

## Bad
```terraform
resource "aws_autoscaling_group" "web" {
  min_size             = 2
  max_size             = 6
  launch_configuration = "web"
  vpc_zone_identifier  = var.subnets
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
}

variable "subnets" {
  type = list(string)
}
```
## Fix
the launch template has to be made first.
## See
https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-configurations.html
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
        "nist-800-53": (
            "CM-2",
            "CM-6",
        ),
        "soc-2": ("CC8.1",),
        "iso-27001": ("A.8.9",),
    },
    aliases=("CKV_AWS_315",),
)


@rule.on("aws_autoscaling_group")
def check(group: Resource) -> Iterator[Finding]:
    configuration = group["launch_configuration"]
    if not configuration.absent and group["launch_template"].absent and group["mixed_instances_policy"].absent:
        yield rule.found(configuration, f"{group} uses a launch configuration")
