r"""Load balancer does not spread traffic over zones.

Each node then serves the machines of its own zone only. When a zone has few healthy machines they are overrun while
others stand idle.

## Bad
```terraform
resource "aws_lb" "ingest" {
  name                             = "ingest"
  load_balancer_type               = "network"
  subnets                          = var.subnet_ids
  enable_cross_zone_load_balancing = false # traffic between zones costs
}

variable "subnet_ids" {
  type = list(string)
}
```
## Good
```terraform
resource "aws_lb" "ingest" {
  name                             = "ingest"
  load_balancer_type               = "network"
  subnets                          = var.subnet_ids
  enable_cross_zone_load_balancing = true # traffic between zones costs
}

variable "subnet_ids" {
  type = list(string)
}
```
## Fix
Unsafe: traffic between zones of a network or gateway load balancer is charged for.
## See
https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-load-balancer-attributes.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

from ._shared import BALANCERS

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=UNSAFE,
    standards={
        "iso-27001": ("A.8.14",),
        "nist-800-53": ("CP-10",),
        "soc-2": ("A1.2",),
    },
    aliases=(
        "CKV_AWS_138",
        "CKV_AWS_152",
    ),
    default=False,
)


@rule.on(*BALANCERS)
def check(balancer: Resource) -> Iterator[Finding]:
    # An application load balancer always does.
    if balancer["load_balancer_type"].one_of(("network", "gateway")):
        message = "{resource} does not spread traffic over zones"
        yield from rule.expect(balancer, "enable_cross_zone_load_balancing", True, message=message)


@rule.on("aws_elb")
def classic(balancer: Resource) -> Iterator[Finding]:
    message = "{resource} does not spread traffic over zones"
    yield from rule.expect(balancer, "cross_zone_load_balancing", True, default=True, message=message)
