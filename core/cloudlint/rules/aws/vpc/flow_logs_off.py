r"""VPC keeps no flow logs.

Flow logs say who talked to whom. Without them nobody can tell after an incident how far it went, or see that a machine
has begun to scan its neighbours.

## Bad
```terraform
resource "aws_vpc" "main" {
  cidr_block = "10.20.0.0/16"
}
```
## Good
```terraform
resource "aws_vpc" "main" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_flow_log" "main" {
  vpc_id               = aws_vpc.main.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = var.log_bucket_arn
}

variable "log_bucket_arn" {
  type = string
}
```
## Fix
where the logs go, with which role and for how long, has to be decided first.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    standards={
        "cis-aws-3.0": ("3.7",),
        "gdpr": ("32(1)(d)",),
        "hipaa": ("164.312(b)",),
        "iso-27001": ("A.8.15",),
        "nist-800-53": ("AU-2", "AU-12"),
        "nydfs-500": ("500.06",),
        "pci-dss-4.0": ("10.2.1",),
        "soc-2": ("CC7.2",),
    },
    aliases=(
        "CKV2_AWS_11",
        "AWS-0178",
        "aws-ec2-require-vpc-flow-logs-for-all-vpcs",
        "AVD-AWS-0178",
        "f6d299d2-21eb-41cc-b1e1-fe12d857500b",
        "f83121ea-03da-434f-9277-9cd247ab3047",
        "AC_AWS_0369",
        "AWS.VPC.Logging.Medium.0470",
    ),
)


@rule.on("aws_vpc")
def check(vpc: Resource) -> Iterator[Finding]:
    if vpc.lacks("aws_flow_log", "vpc_id"):
        yield rule.found(vpc, f"{vpc} keeps no flow logs")
