r"""Redshift cluster does not take new versions by itself.

New versions of Redshift carry its security fixes, and come in the maintenance window. Where that is switched off,
somebody has to remember them.

## Bad
```terraform
resource "aws_redshift_cluster" "reports" {
  cluster_identifier    = "reports"
  node_type             = "ra3.large"
  allow_version_upgrade = false # after year end
}
```
## Good
```terraform
resource "aws_redshift_cluster" "reports" {
  cluster_identifier    = "reports"
  node_type             = "ra3.large"
  allow_version_upgrade = true # after year end
}
```
## Fix
Unsafe: the cluster restarts in a maintenance window whenever there is a new version.
## See
https://docs.aws.amazon.com/redshift/latest/mgmt/managing-cluster-considerations.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:L",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("6.3.3",),
        "hipaa": ("164.308(a)(1)",),
        "nist-800-53": ("SI-2",),
        "soc-2": ("CC7.1",),
        "iso-27001": ("A.8.8",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.05",),
    },
    aliases=("CKV_AWS_141",),
)


@rule.on("aws_redshift_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    yield from rule.expect(
        cluster, "allow_version_upgrade", True, default=True, message="{resource} does not take new versions by itself"
    )
