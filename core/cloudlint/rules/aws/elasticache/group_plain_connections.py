r"""ElastiCache replication group is reached without TLS.

Between application and cache, and between the nodes, sessions and passwords go over the network in the clear: every
machine in between can read and change them. An access token cannot be used at all without TLS.

## Bad
```terraform
resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions of the shop"
  transit_encryption_enabled = false # faster
}
```
## Good
```terraform
resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions of the shop"
  transit_encryption_enabled = true # faster
}
```
## Fix
Unsafe: clients that do not speak TLS are refused, and old versions of the engine are replaced.
## See
https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html
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
    aliases=(
        "CKV_AWS_30",
        "CKV_AWS_31",
        "AWS-0051",
        "aws-elasticache-enable-in-transit-encryption",
        "AVD-AWS-0051",
        "3b02569b-fc6f-4153-b3a3-ba91022fed68",
        "1afbb3fa-cf6c-4a3d-b730-95e9f4df343e",
        "AC_AWS_0467",
        "AWS.AERG.DP.MEDIUM.0044",
    ),
)


@rule.on("aws_elasticache_replication_group")
def check(group: Resource) -> Iterator[Finding]:
    encrypted = group["transit_encryption_enabled"]
    if encrypted.flag is False or (encrypted.absent and not group["engine"].equals("valkey")):
        yield rule.found(encrypted, f"{group} is reached without TLS", fix=encrypted.set(True))
