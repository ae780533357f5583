r"""Target group of a load balancer defines no health check of its own.

The default asks for `/` and takes any 200 for health, which says little about the application. A target that is broken
keeps getting traffic, or a healthy one is taken out.

## Bad
```terraform
resource "aws_lb_target_group" "site" {
  name     = "site"
  port     = 8443
  protocol = "HTTPS"
  vpc_id   = var.vpc_id
}

variable "vpc_id" {
  type = string
}
```
## Good
```terraform
resource "aws_lb_target_group" "site" {
  name     = "site"
  port     = 8443
  protocol = "HTTPS"
  vpc_id   = var.vpc_id

  health_check {
    protocol = "HTTPS"
    path     = "/health"
  }
}

variable "vpc_id" {
  type = string
}
```
## Fix
which path tells whether the application is well only its author knows.
## See
https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule, Value

from ._shared import TARGET_GROUPS

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "iso-27001": ("A.8.14",),
        "nist-800-53": ("CP-10",),
        "soc-2": ("A1.2",),
    },
    aliases=("CKV_AWS_261",),
    default=False,
)


@rule.on(*TARGET_GROUPS)
def check(group: Resource) -> Iterator[Finding]:
    if not group["protocol"].one_of(("HTTP", "HTTPS")):
        return
    health = group["health_check"]
    checks = group.blocks("health_check")
    if health.unknown or health.open:
        return
    if not checks or not any(_says_something(check) for check in checks):
        yield rule.found(health, f"{group} defines no health check")
    for each in checks:
        if each["enabled"].equals(False):
            yield rule.found(each["enabled"], f"{group} switches its health check off")


def _says_something(check: Value) -> bool:
    return any(not value.absent for value in check.entries().values())
