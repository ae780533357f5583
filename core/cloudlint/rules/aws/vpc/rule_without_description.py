r"""Security group rule has no description.

A year later nobody knows who needs the opening, so that it stays for ever. One line per rule keeps reviews and
clean-ups possible.

## Bad
```terraform
resource "aws_vpc_security_group_ingress_rule" "database" {
  security_group_id            = var.security_group_id
  referenced_security_group_id = var.reporting_security_group_id
  from_port                    = 5432
  to_port                      = 5432
  ip_protocol                  = "tcp"
}

variable "security_group_id" {
  type = string
}

variable "reporting_security_group_id" {
  type = string
}
```
## Good
```terraform
resource "aws_vpc_security_group_ingress_rule" "database" {
  security_group_id            = var.security_group_id
  description                  = "Nightly reports read the orders"
  referenced_security_group_id = var.reporting_security_group_id
  from_port                    = 5432
  to_port                      = 5432
  ip_protocol                  = "tcp"
}

variable "security_group_id" {
  type = string
}

variable "reporting_security_group_id" {
  type = string
}
```
## Fix
what the opening is for only its author can say.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.network import openings

from ._shared import GROUPS_IN, GROUPS_OUT

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:L/A:N",
    standards={
        "iso-27001": ("A.8.9",),
        "nist-800-53": ("CM-6",),
        "soc-2": ("CC8.1",),
    },
    aliases=(
        "CKV_AWS_23",
        "AWS-0124",
        "aws-ec2-add-description-to-security-group-rule",
        "AVD-AWS-0124",
        "aws-vpc-add-description-to-security-group-rule",
        "5e6c9c68-8a82-408e-8749-ddad78cbb9c5",
        "68eb4bf3-f9bf-463d-b5cf-e029bb446d2e",
        "cb3f5ed6-0d18-40de-a93d-b3538db31e8c",
    ),
    default=False,
)


@rule.on(*dict.fromkeys((*GROUPS_IN, *GROUPS_OUT)))
def check(group: Resource) -> Iterator[Finding]:
    for opening in openings(group):
        if opening.description.absent or opening.description.equals(""):
            yield rule.found(opening.description, f"A rule of {group} does not say what it is for")
