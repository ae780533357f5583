r"""Load balancer talks plain HTTP to its targets.

Behind the load balancer the traffic goes on in clear text, open to whoever gets a foothold in the network. Where rules
ask for encryption from end to end, the targets have to speak HTTPS as well.

## Bad
```terraform
resource "aws_lb_target_group" "site" {
  name     = "site"
  port     = 8080
  protocol = "HTTP"
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
}

variable "vpc_id" {
  type = string
}
```
## Fix
the targets have to speak HTTPS first.
## See
https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import TARGET_GROUPS

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:A/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "gdpr": ("32(1)(a)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.24",),
        "nist-800-53": ("SC-8", "SC-8(1)"),
        "nydfs-500": ("500.15",),
        "pci-dss-4.0": ("4.2.1",),
        "soc-2": ("CC6.7",),
    },
    aliases=(
        "CKV_AWS_378",
        "AC_AWS_0492",
        "AWS.ALTG.IS.MEDIUM.0042",
    ),
    default=False,
)


@rule.on(*TARGET_GROUPS)
def check(group: Resource) -> Iterator[Finding]:
    protocol = group["protocol"]
    if protocol.equals("HTTP"):
        yield rule.found(protocol, f"{group} is spoken to in plain HTTP")
