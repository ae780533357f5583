r"""Transit gateway accepts networks of other accounts without being asked.

Every account that the gateway is shared with connects its VPCs at will, and with them whoever has taken over such an
account. Accepting by hand keeps the list of connected networks in your hands.

## Bad
```terraform
resource "aws_ec2_transit_gateway" "backbone" {
  description                    = "Backbone"
  auto_accept_shared_attachments = "enable" # teams serve themselves
}
```
## Good
```terraform
resource "aws_ec2_transit_gateway" "backbone" {
  description                    = "Backbone"
  auto_accept_shared_attachments = "disable" # teams serve themselves
}
```
## Fix
Unsafe: attachments that are asked for from then on wait until somebody accepts them.
## See
https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:L/A:N",
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
    aliases=("CKV_AWS_331",),
)


@rule.on("aws_ec2_transit_gateway")
def check(gateway: Resource) -> Iterator[Finding]:
    accept = gateway["auto_accept_shared_attachments"]
    if accept.equals("enable"):
        message = f"{gateway} accepts networks of other accounts without being asked"
        yield rule.found(accept, message, fix=accept.set("disable"))
