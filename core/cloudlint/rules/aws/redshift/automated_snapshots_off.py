r"""Redshift cluster keeps no automated snapshots.

With a retention of 0 days there is nothing to go back to after a wrong `DELETE` or a broken load, but what somebody
saved by hand.

## Bad
```terraform
resource "aws_redshift_cluster" "reports" {
  cluster_identifier                  = "reports"
  node_type                           = "ra3.large"
  automated_snapshot_retention_period = 0 # days
}
```
## Good
```terraform
resource "aws_redshift_cluster" "reports" {
  cluster_identifier                  = "reports"
  node_type                           = "ra3.large"
  automated_snapshot_retention_period = 7 # days
}
```
## See
https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-snapshots.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:N/A:H",
    fixes=SAFE,
    standards={
        "hipaa": ("164.308(a)(7)",),
        "nist-800-53": ("CP-9", "CP-10"),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.13",),
        "gdpr": ("32(1)(c)",),
        "nydfs-500": ("500.16",),
    },
    aliases=("CKV_AWS_343",),
)


@rule.on("aws_redshift_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    days = cluster["automated_snapshot_retention_period"]
    if days.equals(0):
        yield rule.found(days, f"{cluster} keeps no automated snapshots", fix=days.set(7))
