r"""VPC endpoint service accepts every connection without being asked.

Any account that is allowed to see the service plugs itself into it. With acceptance required, somebody looks at each
request first.

## Bad
```terraform
resource "aws_vpc_endpoint_service" "orders" {
  acceptance_required        = false # partners connect themselves
  network_load_balancer_arns = [var.load_balancer_arn]
}

variable "load_balancer_arn" {
  type = string
}
```
## Good
```terraform
resource "aws_vpc_endpoint_service" "orders" {
  acceptance_required        = true # partners connect themselves
  network_load_balancer_arns = [var.load_balancer_arn]
}

variable "load_balancer_arn" {
  type = string
}
```
## Fix
Unsafe: consumers that connect from then on wait until somebody accepts them.
## See
https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html
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
    aliases=("CKV_AWS_123",),
)


@rule.on("aws_vpc_endpoint_service")
def check(service: Resource) -> Iterator[Finding]:
    message = "{resource} accepts every connection without being asked"
    yield from rule.expect(service, "acceptance_required", True, message=message)
