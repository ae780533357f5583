r"""ElastiCache replication group does not fail over by itself.

When the primary node fails, writes fail until somebody promotes a replica by hand. With failover on, that takes
seconds.

## Bad
```terraform
resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions of the shop"
  automatic_failover_enabled = false # one node
  num_cache_clusters         = 2
}
```
## Good
```terraform
resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions of the shop"
  automatic_failover_enabled = true # one node
  num_cache_clusters         = 2
}
```
## Fix
Unsafe: it needs at least two nodes, which cost money.
## See
https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=UNSAFE,
    standards={
        "hipaa": ("164.308(a)(7)",),
        "nist-800-53": ("CP-9", "CP-10"),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.13",),
        "gdpr": ("32(1)(c)",),
        "nydfs-500": ("500.16",),
    },
    aliases=("CKV2_AWS_50",),
    default=False,
)


@rule.on("aws_elasticache_replication_group")
def check(group: Resource) -> Iterator[Finding]:
    yield from rule.expect(group, "automatic_failover_enabled", True, message="{resource} does not fail over by itself")
