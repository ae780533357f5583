r"""Default VPC is part of the design.

The VPC that AWS puts into every region has public subnets only, so that whatever is started there gets an address on
the internet, and test and production end up in one network. A VPC of your own costs nothing more and says what is
reachable.

## Bad
```terraform
resource "aws_default_vpc" "default" {
  tags = {
    Name = "main"
  }
}
```
## Good
```terraform
resource "aws_vpc" "main" {
  cidr_block = "10.20.0.0/16"

  tags = {
    Name = "main"
  }
}
```
## Fix
what lives in the default VPC has to be moved, which no edit of the code does.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N",
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
        "CKV_AWS_148",
        "AWS-0101",
        "aws-ec2-no-default-vpc",
        "AVD-AWS-0101",
        "aws-vpc-no-default-vpc",
        "96ed3526-0179-4c73-b1b2-372fde2e0d13",
        "AC_AWS_0370",
        "AWS.VPC.Logging.Medium.0471",
    ),
)


@rule.on("aws_default_vpc")
def check(vpc: Resource) -> Iterator[Finding]:
    yield rule.found(vpc, f"{vpc} builds on the default VPC of the region")
