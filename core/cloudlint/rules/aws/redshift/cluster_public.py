r"""Redshift cluster gets a public address.

A warehouse with a public address is one security group rule away from the whole internet. Providers before version 6
give it one where nothing is said, so that it has to be said.

## Bad
```terraform
resource "aws_redshift_cluster" "reports" {
  cluster_identifier  = "reports"
  node_type           = "ra3.large"
  publicly_accessible = true # for the BI tool
}
```
## Good
```terraform
resource "aws_redshift_cluster" "reports" {
  cluster_identifier  = "reports"
  node_type           = "ra3.large"
  publicly_accessible = false # for the BI tool
}
```
## Bad
```cloudformation
Resources:
  Warehouse:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterType: single-node
      NodeType: ra3.xlplus
      DBName: reports
      PubliclyAccessible: true # for the analysts
```
## Good
```cloudformation
Resources:
  Warehouse:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterType: single-node
      NodeType: ra3.xlplus
      DBName: reports
      PubliclyAccessible: false # for the analysts
```
## Fix
Unsafe: who reaches the cluster from outside its network is cut off.
## See
https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule

from ._shared import has_safe_defaults

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H",
    fixes=UNSAFE,
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
        "CKV_AWS_87",
        "bdf8dcb4-75df-4370-92c4-606e4ae6c4d3",
        "af173fde-95ea-4584-b904-bb3923ac4bda",
        "AC_AWS_0199",
        "AWS.Redshift.NetworkSecurity.HIGH.0564",
        "5c6b727b-1382-4629-8ba9-abd1365e5610",
    ),
)


@rule.on("aws_redshift_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    public = cluster["publicly_accessible"]
    if public.flag is True or (public.absent and not has_safe_defaults(cluster)):
        what = "gets" if public.flag else "may get"
        yield rule.found(public, f"{cluster} {what} a public address", fix=public.set(False))
