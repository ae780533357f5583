r"""Load balancer only watches requests that desynchronise servers.

Requests that two servers read differently let an attacker slip a hidden one into the session of somebody else. In
monitor mode they are counted and passed on.

## Bad
```terraform
resource "aws_lb" "site" {
  name                   = "site"
  subnets                = var.subnet_ids
  desync_mitigation_mode = "monitor" # an old client
}

variable "subnet_ids" {
  type = list(string)
}
```
## Good
```terraform
resource "aws_lb" "site" {
  name                   = "site"
  subnets                = var.subnet_ids
  desync_mitigation_mode = "defensive" # an old client
}

variable "subnet_ids" {
  type = list(string)
}
```
## Fix
Unsafe: clients that send such requests by accident are refused from then on.
## See
https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

from ._shared import BALANCERS

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N",
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
    aliases=("CKV_AWS_328",),
)


@rule.on(*BALANCERS, "aws_elb")
def check(balancer: Resource) -> Iterator[Finding]:
    mode = balancer["desync_mitigation_mode"]
    if mode.equals("monitor"):
        message = f"{balancer} lets requests through that desynchronise servers"
        yield rule.found(mode, message, fix=mode.set("defensive"))
