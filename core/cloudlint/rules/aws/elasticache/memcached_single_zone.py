r"""ElastiCache keeps all Memcached nodes in one availability zone.

When the zone fails, the whole cache is cold at once, and the database behind it gets all the load that the cache was
there to take.

## Bad
```terraform
resource "aws_elasticache_cluster" "pages" {
  cluster_id      = "pages"
  engine          = "memcached"
  node_type       = "cache.t4g.small"
  num_cache_nodes = 2
  az_mode         = "single-az" # closer
}
```
## Good
```terraform
resource "aws_elasticache_cluster" "pages" {
  cluster_id      = "pages"
  engine          = "memcached"
  node_type       = "cache.t4g.small"
  num_cache_nodes = 2
  az_mode         = "cross-az" # closer
}
```
## Fix
Unsafe: the cluster is replaced, and traffic between zones costs money.
## See
https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/FaultTolerance.html
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
    aliases=(
        "cfdef2e5-1fe4-4ef4-bea8-c56e08963150",
        "6db03a91-f933-4f13-ab38-a8b87a7de54d",
        "AC_AWS_0104",
        "AWS.ElastiCache.HighAvailability.Medium.0757",
        "9b18fc19-7fb8-49b1-8452-9c757c70f926",
    ),
    default=False,
)


@rule.on("aws_elasticache_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    mode, nodes = cluster["az_mode"], cluster["num_cache_nodes"].number or 1
    if cluster["engine"].equals("memcached") and nodes > 1 and (mode.absent or mode.equals("single-az")):
        yield rule.found(mode, f"All {nodes} nodes of {cluster} are in one zone", fix=mode.set("cross-az"))
