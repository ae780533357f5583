r"""Security group lets the internet reach every port.

Whatever listens behind this group, now or after the next installation, can be reached and attacked from anywhere:
databases, administration consoles, agents. Scanners find an open port within minutes of its appearance.

## Bad
```terraform
resource "aws_security_group" "worker" {
  name        = "worker"
  description = "Batch workers"
  vpc_id      = var.vpc_id

  ingress {
    description = "Everything"
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["10.20.30.0/26", "0.0.0.0/0"] # just for the migration
  }
}

variable "vpc_id" {
  type = string
}
```
## Good
```terraform
resource "aws_security_group" "worker" {
  name        = "worker"
  description = "Batch workers"
  vpc_id      = var.vpc_id

  ingress {
    description = "Everything"
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["10.20.30.0/26"] # just for the migration
  }
}

variable "vpc_id" {
  type = string
}
```
## Bad
```terraform
resource "aws_vpc_security_group_ingress_rule" "worker" {
  security_group_id = var.security_group_id
  description       = "Everything"
  cidr_ipv6         = "::/0" # just for the migration
  ip_protocol       = "-1"
}

variable "security_group_id" {
  type = string
}
```
## Good
```terraform
resource "aws_vpc_security_group_ingress_rule" "worker" {
  security_group_id = var.security_group_id
  description       = "Everything"
  cidr_ipv6         = "2001:db8::/32" # just for the migration
  ip_protocol       = "-1"
}

variable "security_group_id" {
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

from ._shared import GROUPS_IN, exposures, narrowed, opens_everything

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
        "CKV_AWS_277",
        "CKV_AWS_24",
        "CKV_AWS_25",
        "CKV_AWS_260",
        "AWS-0107",
        "aws-ec2-no-public-ingress-sgr",
        "AVD-AWS-0107",
        "1a427b25-2e9e-4298-9530-0499a55e736b",
        "AC_AWS_0231",
        "AC_AWS_0275",
        "57ced4b9-6ba4-487b-8843-b65562b90c77",
        "6e856af2-62d7-4ba2-adc1-73b62cef9cc1",
        "65905cec-d691-4320-b320-2000436cb696",
        "AC_AWS_0227",
        "AC_AWS_0319",
        "eda7301d-1f3e-47cf-8d4e-976debc64341",
        "c9846969-d066-431f-9b34-8c4abafe422a",
        "3ae83918-7ec7-4cb8-80db-b91ef0f94002",
        "151187cb-0efc-481c-babd-ad24e3c9bc22",
        "AC_AWS_0230",
        "a14ad534-acbe-4a8e-9404-2f7e1045646e",
        "ddfc4eaa-af23-409f-b96c-bf5c45dc4daa",
        "ffac8a12-322e-42c1-b9b9-81ff85c39ef7",
        "AC_AWS_0228",
        "381c3f2a-ef6f-4eff-99f7-b169cda3422c",
        "494b03d3-bf40-4464-8524-7c56ad0700ed",
        "54c417bf-c762-48b9-9d31-b3d87047e3f0",
        "cdbb0467-2957-4a77-9992-7b55b29df7b7",
        "e415f8d3-fc2b-4f52-88ab-1129e8c8d3f5",
    ),
)


@rule.on(*GROUPS_IN)
def check(group: Resource) -> Iterator[Finding]:
    for opening, source in exposures(group, opens_everything):
        change, safety = narrowed(opening, source)
        message = f"Every port of {group} is open to the internet"
        yield rule.found(source, message, fix=change, safety=safety)
