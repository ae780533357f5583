r"""Redshift cluster uses the default security group of its network.

Whatever else was put into the default group can connect to the warehouse, and a rule that is added for something else
opens it too.

## Bad
```terraform
resource "aws_redshift_cluster" "reports" {
  cluster_identifier = "reports"
  node_type          = "ra3.large"
}
```
## Good
```terraform
resource "aws_redshift_cluster" "reports" {
  cluster_identifier     = "reports"
  node_type              = "ra3.large"
  vpc_security_group_ids = [var.group]
}

variable "group" {
  type = string
}
```
## Fix
Who may connect has to be decided first.
## See
https://docs.aws.amazon.com/redshift/latest/mgmt/managing-vpc-enhanced.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:A/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N",
    standards={
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-7",),
        "soc-2": ("CC6.6",),
        "iso-27001": ("A.8.20",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("0a494a6a-ebe2-48a0-9d77-cf9d5125e1b3",),
    default=False,
)


@rule.on("aws_redshift_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    groups = cluster["vpc_security_group_ids"]
    if not groups.refers and (groups.absent or groups.equals([])):
        yield rule.found(groups, f"{cluster} uses the default security group of its network")
