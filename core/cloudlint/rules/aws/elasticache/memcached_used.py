r"""ElastiCache cluster is of Memcached, which cannot protect its data.

Memcached on ElastiCache has neither users nor encryption at rest: whoever reaches the port reads everything. AWS
leaves it out of its PCI DSS programme.

## Bad
```terraform
resource "aws_elasticache_cluster" "pages" {
  cluster_id      = "pages"
  engine          = "memcached" # simple
  node_type       = "cache.t4g.small"
  num_cache_nodes = 1
}
```
## Good
```terraform
resource "aws_elasticache_cluster" "sessions" {
  cluster_id      = "sessions"
  engine          = "redis"
  node_type       = "cache.t4g.small"
  num_cache_nodes = 1
}
```
## Fix
The application has to speak the protocol of Redis or Valkey first.
## See
https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/elasticache-compliance.html
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
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "4bd15dd9-8d5e-4008-8532-27eb0c3706d3",
        "AC_AWS_0103",
        "AWS.ElastiCache.DataSecurity.High.0424",
    ),
    default=False,
)


@rule.on("aws_elasticache_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    engine = cluster["engine"]
    if engine.equals("memcached"):
        yield rule.found(engine, f"{cluster} is of Memcached, which cannot protect its data")
