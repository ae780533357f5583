r"""Redshift cluster keeps no audit log.

The audit log says who logged in, from where, and what they asked the warehouse. Without it nobody can tell after a
leak what was read, or see that somebody is trying passwords.

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
  cluster_identifier = "reports"
  node_type          = "ra3.large"
}

resource "aws_redshift_logging" "reports" {
  cluster_identifier   = aws_redshift_cluster.reports.id
  log_destination_type = "cloudwatch"
  log_exports          = ["connectionlog", "userlog"]
}
```
## Fix
Unsafe: it needs version 5.55 of the provider, and logs cost money. The fix is not offered where an inline block
exists.
## See
https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.model import Reference
from cloudlint.resource import Plain
from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("10.2.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("AU-2", "AU-12"),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.15",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.06",),
    },
    aliases=(
        "CKV_AWS_71",
        "3de2d4ff-fe53-4fc9-95d3-2f8a69bf90d6",
        "15ffbacc-fa42-4f6f-a57d-2feac7365caa",
        "AC_AWS_0200",
        "AWS.Redshift.Logging.Medium.0565",
    ),
)


@rule.on("aws_redshift_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    inline = cluster["logging"]
    enabled = cluster["logging.enable"]
    if enabled.one_of((True, 1)) or enabled.unknown:
        return
    if cluster.lacks("aws_redshift_logging", "cluster_identifier"):
        place = inline if enabled.absent else enabled
        fix = cluster.beside("aws_redshift_logging", cluster.label, _companion(cluster)) if inline.absent else None
        yield rule.found(place, f"{cluster} keeps no audit log", fix=fix)


def _companion(cluster: Resource) -> dict[str, Plain]:
    return {
        "cluster_identifier": Reference(f"{cluster.kind}.{cluster.label}.id"),
        "log_destination_type": "cloudwatch",
        "log_exports": ["connectionlog", "userlog"],
    }
