r"""Security group lets the internet reach a database or an administration port.

Databases, caches, queues and consoles are built for the inside of a network: many have no password by default, and
their flaws are scanned for within hours of becoming known. What has to be reached from outside belongs behind a load
balancer, a VPN or a private link.

## Bad
```terraform
resource "aws_security_group" "database" {
  name        = "database"
  description = "Orders database"
  vpc_id      = var.vpc_id

  ingress {
    description = "PostgreSQL"
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["10.20.30.0/26", "0.0.0.0/0"] # the reporting tool
  }
}

variable "vpc_id" {
  type = string
}
```
## Good
```terraform
resource "aws_security_group" "database" {
  name        = "database"
  description = "Orders database"
  vpc_id      = var.vpc_id

  ingress {
    description = "PostgreSQL"
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["10.20.30.0/26"] # the reporting tool
  }
}

variable "vpc_id" {
  type = string
}
```
## Fix
Unsafe: whoever connects from the internet is shut out. Where nothing else may connect, the range for documentation that
is written in its place has to be replaced by the range that is meant.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule

from ._shared import GROUPS_IN, exposures, listed, narrowed, sensitive

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H",
    fixes=UNSAFE,
    standards={
        "cis-aws-3.0": ("5.2", "5.3"),
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.20",),
        "nist-800-53": ("SC-7",),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "soc-2": ("CC6.6",),
    },
    aliases=(
        "381c3f2a-ef6f-4eff-99f7-b169cda3422c",
        "494b03d3-bf40-4464-8524-7c56ad0700ed",
        "78055456-f670-4d2e-94d5-392d1cf4f5e4",
        "54c417bf-c762-48b9-9d31-b3d87047e3f0",
        "7af1c447-c014-4f05-bd8b-ebe3a15734ac",
        "cdbb0467-2957-4a77-9992-7b55b29df7b7",
        "AC_AWS_0233",
        "AC_AWS_0234",
        "AC_AWS_0235",
        "AC_AWS_0236",
        "AC_AWS_0237",
        "AC_AWS_0238",
        "AC_AWS_0239",
        "AC_AWS_0240",
        "AC_AWS_0241",
        "AC_AWS_0242",
        "AC_AWS_0243",
        "AC_AWS_0244",
        "AC_AWS_0245",
        "AC_AWS_0246",
        "AC_AWS_0247",
        "AC_AWS_0248",
        "AC_AWS_0249",
        "AC_AWS_0250",
        "AC_AWS_0251",
        "AC_AWS_0252",
        "AC_AWS_0253",
        "AC_AWS_0254",
        "AC_AWS_0255",
        "AC_AWS_0256",
        "AC_AWS_0257",
        "AC_AWS_0258",
        "AC_AWS_0259",
        "AC_AWS_0260",
        "AC_AWS_0261",
        "AC_AWS_0262",
        "AC_AWS_0263",
        "AC_AWS_0264",
        "AC_AWS_0265",
        "AC_AWS_0266",
        "AC_AWS_0267",
        "AC_AWS_0268",
        "AC_AWS_0269",
        "AC_AWS_0270",
        "AC_AWS_0271",
        "AC_AWS_0272",
        "AC_AWS_0273",
        "AC_AWS_0274",
        "AC_AWS_0277",
        "AC_AWS_0278",
        "AC_AWS_0279",
        "AC_AWS_0280",
        "AC_AWS_0281",
        "AC_AWS_0282",
        "AC_AWS_0283",
        "AC_AWS_0284",
        "AC_AWS_0285",
        "AC_AWS_0286",
        "AC_AWS_0287",
        "AC_AWS_0288",
        "AC_AWS_0289",
        "AC_AWS_0290",
        "AC_AWS_0291",
        "AC_AWS_0292",
        "AC_AWS_0293",
        "AC_AWS_0294",
        "AC_AWS_0295",
        "AC_AWS_0296",
        "AC_AWS_0297",
        "AC_AWS_0298",
        "AC_AWS_0299",
        "AC_AWS_0300",
        "AC_AWS_0301",
        "AC_AWS_0302",
        "AC_AWS_0303",
        "AC_AWS_0304",
        "AC_AWS_0305",
        "AC_AWS_0306",
        "AC_AWS_0307",
        "AC_AWS_0308",
        "AC_AWS_0309",
        "AC_AWS_0310",
        "AC_AWS_0311",
        "AC_AWS_0312",
        "AC_AWS_0313",
        "AC_AWS_0314",
        "AC_AWS_0315",
        "AC_AWS_0316",
        "AC_AWS_0317",
        "AC_AWS_0318",
    ),
)


@rule.on(*GROUPS_IN)
def check(group: Resource) -> Iterator[Finding]:
    for opening, source in exposures(group, sensitive):
        change, safety = narrowed(opening, source)
        message = f"{group} lets the internet reach {listed(sensitive(opening))}"
        yield rule.found(source, message, fix=change, safety=safety)
