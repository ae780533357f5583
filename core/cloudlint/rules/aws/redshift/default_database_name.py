r"""Redshift cluster has the default name for its database.

Tools and scripts that probe a cluster try `dev` first, because every cluster has it unless somebody chose another
name.

## Bad
```terraform
resource "aws_redshift_cluster" "reports" {
  cluster_identifier = "reports"
  node_type          = "ra3.large"
  database_name      = "dev" # the default
}
```
## Good
```terraform
resource "aws_redshift_cluster" "reports" {
  cluster_identifier = "reports"
  node_type          = "ra3.large"
  database_name      = "reports" # the default
}
```
## Fix
Another name means another cluster, and every client has to be told.
## See
https://docs.aws.amazon.com/redshift/latest/mgmt/create-cluster.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("8.3.2", "8.6.2"),
        "hipaa": ("164.312(d)",),
        "nist-800-53": ("IA-5",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV_AWS_320",),
    default=False,
)


@rule.on("aws_redshift_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    name = cluster["database_name"]
    if name.absent or name.equals("dev"):
        yield rule.found(name, f"The database of {cluster} has the default name `dev`")
