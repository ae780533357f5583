r"""Transfer server stands on the internet.

Everyone can try passwords and keys on it, and no security group stands in front. An endpoint in your VPC can have
fixed addresses as well, and a group that lets through your partners only.

## Bad
```terraform
resource "aws_transfer_server" "inbox" {
  endpoint_type        = "PUBLIC"
  security_policy_name = "TransferSecurityPolicy-2024-01"
}
```
## Good
```terraform
resource "aws_transfer_server" "inbox" {
  endpoint_type        = "VPC"
  security_policy_name = "TransferSecurityPolicy-2024-01"

  endpoint_details {
    vpc_id             = var.vpc
    subnet_ids         = var.subnets
    security_group_ids = [var.group]
  }
}

variable "vpc" {
  type = string
}

variable "subnets" {
  type = list(string)
}

variable "group" {
  type = string
}
```
## Fix
which network the server belongs in, and who may reach it, is for people to say.
## See
https://docs.aws.amazon.com/transfer/latest/userguide/create-server-in-vpc.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N",
    standards={
        "pci-dss-4.0": (
            "1.3.1",
            "1.4.4",
        ),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-7",),
        "soc-2": ("CC6.6",),
        "iso-27001": ("A.8.20",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV_AWS_164",),
)


@rule.on("aws_transfer_server")
def check(server: Resource) -> Iterator[Finding]:
    kind = server["endpoint_type"]
    if kind.absent or kind.equals("PUBLIC"):
        yield rule.found(kind, f"{server} stands on the internet")
