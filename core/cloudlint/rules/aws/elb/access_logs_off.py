r"""Load balancer keeps no access logs.

The log holds every request with its source and its answer. Without it an attack can neither be seen nor be traced, and
the load balancer is often the only place that knows the true address of the caller.

## Bad
```terraform
resource "aws_lb" "site" {
  name    = "site"
  subnets = var.subnet_ids

  access_logs {
    bucket  = var.log_bucket
    enabled = false # too many
  }
}

variable "subnet_ids" {
  type = list(string)
}

variable "log_bucket" {
  type = string
}
```
## Good
```terraform
resource "aws_lb" "site" {
  name    = "site"
  subnets = var.subnet_ids

  access_logs {
    bucket  = var.log_bucket
    enabled = true # too many
  }
}

variable "subnet_ids" {
  type = list(string)
}

variable "log_bucket" {
  type = string
}
```
## Fix
Unsafe: the bucket has to let the load balancer write to it, or the next apply fails.
## See
https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

from ._shared import BALANCERS

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    fixes=UNSAFE,
    standards={
        "gdpr": ("32(1)(d)",),
        "hipaa": ("164.312(b)",),
        "iso-27001": ("A.8.15",),
        "nist-800-53": ("AU-2", "AU-12"),
        "nydfs-500": ("500.06",),
        "pci-dss-4.0": ("10.2.1",),
        "soc-2": ("CC7.2",),
    },
    aliases=(
        "CKV_AWS_91",
        "c62e8b7d-1fdf-4050-ac4c-76ba9e1d9621",
        "AC_AWS_0470",
        "AWS.ELB.LM.MEDIUM.0072",
    ),
)


@rule.on(*BALANCERS)
def check(balancer: Resource) -> Iterator[Finding]:
    if balancer["load_balancer_type"].equals("gateway"):
        return  # has none
    enabled = balancer["access_logs.enabled"]
    if enabled.absent or enabled.equals(False):
        # Without the block nobody has said yet where the logs go.
        change = enabled.set(True) if balancer.blocks("access_logs") else None
        yield rule.found(enabled, f"{balancer} keeps no access logs", fix=change)
