r"""Application load balancer passes malformed headers on.

Headers that break the rules of HTTP are read differently by different servers. Attackers use this to smuggle a second
request past checks or into the session of somebody else.

## Bad
```terraform
resource "aws_lb" "site" {
  name                       = "site"
  subnets                    = var.subnet_ids
  drop_invalid_header_fields = false # an old client
}

variable "subnet_ids" {
  type = list(string)
}
```
## Good
```terraform
resource "aws_lb" "site" {
  name                       = "site"
  subnets                    = var.subnet_ids
  drop_invalid_header_fields = true # an old client
}

variable "subnet_ids" {
  type = list(string)
}
```
## Fix
Unsafe: clients that rely on headers with unusual names, for example with an underscore, lose them.
## See
https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

from ._shared import BALANCERS, is_application

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
    aliases=(
        "CKV_AWS_131",
        "AWS-0052",
        "aws-elb-drop-invalid-headers",
        "AVD-AWS-0052",
        "6e3fd2ed-5c83-4c68-9679-7700d224d379",
    ),
)


@rule.on(*BALANCERS)
def check(balancer: Resource) -> Iterator[Finding]:
    if is_application(balancer):
        message = "{resource} passes malformed headers on"
        yield from rule.expect(balancer, "drop_invalid_header_fields", True, message=message)
