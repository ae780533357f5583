r"""ElastiCache cluster listens on the default port of its engine.

Scanners try default ports first. Another port does not make a cache secure, but it takes it out of the noise.

## Bad
```terraform
resource "aws_elasticache_cluster" "sessions" {
  cluster_id      = "sessions"
  engine          = "redis"
  node_type       = "cache.t4g.small"
  num_cache_nodes = 1
  port            = 6379 # as everywhere
}
```
## Good
```terraform
resource "aws_elasticache_cluster" "sessions" {
  cluster_id      = "sessions"
  engine          = "redis"
  node_type       = "cache.t4g.small"
  num_cache_nodes = 1
  port            = 6380 # known to every client
}
```
## Fix
Every client has to be told the new port, and the security groups opened for it.
## See
https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/accessing-elasticache.html
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
        "323db967-c68e-44e6-916c-a777f95af34b",
        "5d89db57-8b51-4b38-bb76-b9bd42bd40f0",
        "7cc6c791-5f68-4816-a564-b9b699f9d26e",
    ),
    default=False,
)

PORTS = {"redis": 6379, "valkey": 6379, "memcached": 11211}


@rule.on("aws_elasticache_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    port, default = cluster["port"], PORTS.get(cluster["engine"].text or "")
    if default is not None and (port.absent or port.equals(default)):
        yield rule.found(port, f"{cluster} listens on {default}, the default port of its engine")
