r"""Public application load balancer has no web application firewall.

A firewall in front stops known attacks and floods before they reach the application, and buys time when a flaw becomes
known before its patch. It has its price, so that this rule runs only when it is selected.

## Bad
```terraform
resource "aws_lb" "site" {
  name    = "site"
  subnets = var.subnet_ids
}

variable "subnet_ids" {
  type = list(string)
}
```
## Good
```terraform
resource "aws_lb" "site" {
  name    = "site"
  subnets = var.subnet_ids
}

resource "aws_wafv2_web_acl_association" "site" {
  resource_arn = aws_lb.site.arn
  web_acl_arn  = var.web_acl_arn
}

variable "subnet_ids" {
  type = list(string)
}

variable "web_acl_arn" {
  type = string
}
```
## Fix
which rules the firewall needs depends on the application.
## See
https://docs.aws.amazon.com/waf/latest/developerguide/waf-chapter.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

from ._shared import BALANCERS, is_application

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N",
    standards={
        "iso-27001": ("A.8.20",),
        "nist-800-53": ("SC-7",),
        "pci-dss-4.0": ("6.4.2",),
        "soc-2": ("CC6.6",),
    },
    aliases=(
        "CKV2_AWS_28",
        "105ba098-1e34-48cd-b0f2-a8a43a51bf9b",
        "0afa6ab8-a047-48cf-be07-93a2f8c34cf7",
    ),
    default=False,
)


_ASSOCIATIONS = ("aws_wafv2_web_acl_association", "aws_wafregional_web_acl_association")


@rule.on(*BALANCERS)
def check(balancer: Resource) -> Iterator[Finding]:
    internal = balancer["internal"]
    public = internal.absent or internal.equals(False)
    if public and is_application(balancer) and all(balancer.lacks(kind, "resource_arn") for kind in _ASSOCIATIONS):
        yield rule.found(balancer, f"{balancer} has no web application firewall")
