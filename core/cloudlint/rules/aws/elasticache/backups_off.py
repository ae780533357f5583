r"""ElastiCache keeps no backups of a Redis cluster.

A cache that holds sessions, queues or counters cannot simply be filled again. Without backups all of it is gone with
the node, or with one `FLUSHALL`.

## Bad
```terraform
resource "aws_elasticache_cluster" "sessions" {
  cluster_id               = "sessions"
  engine                   = "redis"
  node_type                = "cache.t4g.small"
  num_cache_nodes          = 1
  snapshot_retention_limit = 0 # days
}
```
## Good
```terraform
resource "aws_elasticache_cluster" "sessions" {
  cluster_id               = "sessions"
  engine                   = "redis"
  node_type                = "cache.t4g.small"
  num_cache_nodes          = 1
  snapshot_retention_limit = 5 # days
}
```
## See
https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:N/A:L",
    fixes=SAFE,
    standards={
        "hipaa": ("164.308(a)(7)",),
        "nist-800-53": ("CP-9", "CP-10"),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.13",),
        "gdpr": ("32(1)(c)",),
        "nydfs-500": ("500.16",),
    },
    aliases=(
        "CKV_AWS_134",
        "AWS-0050",
        "aws-elasticache-enable-backup-retention",
        "AVD-AWS-0050",
        "8fdb08a0-a868-4fdf-9c27-ccab0237f1ab",
        "e93bbe63-a631-4c0f-b6ef-700d48441ff2",
    ),
)


@rule.on("aws_elasticache_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    days = cluster["snapshot_retention_limit"]
    if cluster["engine"].one_of(("redis", "valkey")) and (days.absent or days.equals(0)):
        yield rule.found(days, f"{cluster} keeps no backups", fix=days.set(5))
