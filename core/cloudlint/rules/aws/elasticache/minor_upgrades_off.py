r"""ElastiCache does not take minor upgrades by itself.

Minor versions carry the security fixes of the engine. Where they are not taken in the maintenance window, somebody
has to remember them.

## Bad
```terraform
resource "aws_elasticache_cluster" "sessions" {
  cluster_id                 = "sessions"
  engine                     = "redis"
  node_type                  = "cache.t4g.small"
  num_cache_nodes            = 1
  auto_minor_version_upgrade = false # we test first
}
```
## Good
```terraform
resource "aws_elasticache_cluster" "sessions" {
  cluster_id                 = "sessions"
  engine                     = "redis"
  node_type                  = "cache.t4g.small"
  num_cache_nodes            = 1
  auto_minor_version_upgrade = true # we test first
}
```
## Fix
Unsafe: nodes are replaced in a maintenance window whenever there is a new minor version.
## See
https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagement.html
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
    aliases=("CKV_AWS_322",),
)


@rule.on("aws_elasticache_cluster", "aws_elasticache_replication_group")
def check(cache: Resource) -> Iterator[Finding]:
    automatic = cache["auto_minor_version_upgrade"]
    if automatic.flag is False and not cache["engine"].equals("memcached"):
        yield rule.found(automatic, f"{cache} does not take minor upgrades by itself", fix=automatic.set(True))
