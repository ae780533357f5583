r"""Load balancer of an autoscaling group asks no instance how it is.

The group replaces machines that its load balancer calls ill. With no health check described, the balancer only looks
whether a port answers, or asks for a page that the application may not have: ill machines stay, or healthy ones go.

## Bad
```terraform
resource "aws_autoscaling_attachment" "web" {
  autoscaling_group_name = var.group
  lb_target_group_arn    = aws_lb_target_group.web.arn
}

resource "aws_lb_target_group" "web" {
  name     = "web"
  port     = 443
  protocol = "HTTPS"
  vpc_id   = var.vpc
}

variable "group" {
  type = string
}

variable "vpc" {
  type = string
}
```
## Good
```terraform
resource "aws_autoscaling_attachment" "web" {
  autoscaling_group_name = var.group
  lb_target_group_arn    = aws_lb_target_group.web.arn
}

resource "aws_lb_target_group" "web" {
  name     = "web"
  port     = 443
  protocol = "HTTPS"
  vpc_id   = var.vpc

  health_check {
    path     = "/health"
    protocol = "HTTPS"
  }
}

variable "group" {
  type = string
}

variable "vpc" {
  type = string
}
```
## Fix
how the application shows that it is well is for people to say.
## See
https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html
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
    aliases=("CKV2_AWS_15",),
)


BALANCING = {
    "elb": ("aws_elb",),
    "alb_target_group_arn": ("aws_lb_target_group", "aws_alb_target_group"),
    "lb_target_group_arn": ("aws_lb_target_group", "aws_alb_target_group"),
}


@rule.on("aws_autoscaling_attachment")
def check(attachment: Resource) -> Iterator[Finding]:
    for name, kinds in BALANCING.items():
        for target in attachment[name].refers:
            if target.kind in kinds and target["health_check"].absent:
                message = f"{target}, which {attachment} names, has no health check"
                yield rule.found(attachment[name], message, related=[(target, "has no health check")])
