r"""Load balancer faces the internet.

What stands behind it is offered to everyone, which is right for a public site and for little else. Select this rule
where nothing in the scanned code is meant to be public.

## Bad
```terraform
resource "aws_lb" "reports" {
  name     = "reports"
  internal = false # people at home
  subnets  = var.subnet_ids
}

variable "subnet_ids" {
  type = list(string)
}
```
## Good
```terraform
resource "aws_lb" "reports" {
  name     = "reports"
  internal = true # people at home
  subnets  = var.subnet_ids
}

variable "subnet_ids" {
  type = list(string)
}
```
## Fix
Unsafe: the load balancer is replaced by one with private addresses only, and visitors from the internet are shut out.
## See
https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

from ._shared import BALANCERS

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
    aliases=(
        "AWS-0053",
        "aws-elb-alb-not-public",
        "AVD-AWS-0053",
    ),
    default=False,
)


@rule.on(*BALANCERS, "aws_elb")
def check(balancer: Resource) -> Iterator[Finding]:
    if not balancer["load_balancer_type"].equals("gateway"):
        yield from rule.expect(balancer, "internal", True, message="{resource} faces the internet")
