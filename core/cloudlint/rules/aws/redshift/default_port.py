r"""Redshift cluster listens on the default port.

Scanners try default ports first. Another port does not make a cluster secure, but it takes it out of the noise.

## Bad
```terraform
resource "aws_redshift_cluster" "reports" {
  cluster_identifier = "reports"
  node_type          = "ra3.large"
  port               = 5439 # as everywhere
}
```
## Good
```terraform
resource "aws_redshift_cluster" "reports" {
  cluster_identifier = "reports"
  node_type          = "ra3.large"
  port               = 5440 # known to every client
}
```
## Fix
Every client has to be told the new port, and the security groups opened for it.
## See
https://docs.aws.amazon.com/redshift/latest/mgmt/cluster-ports.html
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
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-7",),
        "soc-2": ("CC6.6",),
        "iso-27001": ("A.8.20",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "a478af30-8c3a-404d-aa64-0b673cee509a",
        "41abc6cc-dde1-4217-83d3-fb5f0cc09d8f",
        "e01de151-a7bd-4db4-b49b-3c4775a5e881",
    ),
    default=False,
)

DEFAULT = 5439


@rule.on("aws_redshift_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    port = cluster["port"]
    if port.absent or port.equals(DEFAULT):
        yield rule.found(port, f"{cluster} listens on the default port {DEFAULT}")
