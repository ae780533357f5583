r"""Public Redshift cluster has an administrator of a common name.

A public address draws people who try passwords, and with `awsuser` or `admin` they have half of what they need.

## Bad
```terraform
resource "aws_redshift_cluster" "reports" {
  cluster_identifier  = "reports"
  node_type           = "ra3.large"
  publicly_accessible = true
  master_username     = "awsuser" # as in the tutorial
}
```
## Good
```terraform
resource "aws_redshift_cluster" "reports" {
  cluster_identifier  = "reports"
  node_type           = "ra3.large"
  publicly_accessible = false
  master_username     = "awsuser" # as in the tutorial
}
```
## Fix
Another name means another cluster: it cannot be changed; close the public address instead.
## See
https://docs.aws.amazon.com/redshift/latest/mgmt/changing-cluster-configuration.html
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
        "pci-dss-4.0": ("8.3.2", "8.6.2"),
        "hipaa": ("164.312(d)",),
        "nist-800-53": ("IA-5",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV_AWS_391",),
)

COMMON = frozenset(
    {"admin", "administrator", "awsuser", "dbadmin", "master", "postgres", "redshift", "root", "superuser"}
)


@rule.on("aws_redshift_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    user = cluster["master_username"]
    name = user.text
    if name is not None and name.lower() in COMMON and cluster["publicly_accessible"].equals(True):
        yield rule.found(user, f"{cluster} is public, and its administrator is called `{name}`")
