r"""MemoryDB cluster is reached without TLS.

Without TLS a MemoryDB cluster takes no users either: data goes over the network in the clear, and whoever reaches the
port reads and changes everything.

## Bad
```terraform
resource "aws_memorydb_cluster" "sessions" {
  name        = "sessions"
  acl_name    = "sessions"
  node_type   = "db.t4g.small"
  tls_enabled = false # faster
}
```
## Good
```terraform
resource "aws_memorydb_cluster" "sessions" {
  name        = "sessions"
  acl_name    = "sessions"
  node_type   = "db.t4g.small"
  tls_enabled = true # faster
}
```
## Fix
Unsafe: the cluster is replaced by an empty one, and clients have to speak TLS.
## See
https://docs.aws.amazon.com/memorydb/latest/devguide/in-transit-encryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:A/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("4.2.1",),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-8", "SC-8(1)"),
        "soc-2": ("CC6.7",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=("CKV_AWS_202",),
)


@rule.on("aws_memorydb_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    yield from rule.expect(cluster, "tls_enabled", True, default=True, message="{resource} is reached without TLS")
