r"""Redshift cluster is in no subnet group of yours.

Without a subnet group the cluster goes into the default network of the region, whose subnets are public, or outside
any network in accounts that are old enough.

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
  cluster_identifier        = "reports"
  node_type                 = "ra3.large"
  cluster_subnet_group_name = var.subnet_group
}

variable "subnet_group" {
  type = string
}
```
## Fix
Which subnets is for people to decide, and moving replaces the cluster.
## See
https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-cluster-subnet-groups.html
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
    aliases=(
        "CKV_AWS_154",
        "AWS-0127",
        "aws-redshift-use-vpc",
        "AVD-AWS-0127",
    ),
)


@rule.on("aws_redshift_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    subnets = cluster["cluster_subnet_group_name"]
    if not subnets.refers and subnets.absent:
        yield rule.found(subnets, f"{cluster} is in no subnet group of yours")
