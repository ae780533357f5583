r"""ElastiCache runs a version of Redis that cannot protect its data.

Before 3.2.6 Redis on ElastiCache has neither encryption nor passwords, and most versions up to 4.0.10 are without
them too. None of them gets security fixes any more.

## Bad
```terraform
resource "aws_elasticache_cluster" "sessions" {
  cluster_id      = "sessions"
  engine          = "redis"
  node_type       = "cache.t4g.small"
  num_cache_nodes = 1
  engine_version  = "2.8.24" # pinned
}
```
## Good
```terraform
resource "aws_elasticache_cluster" "sessions" {
  cluster_id      = "sessions"
  engine          = "redis"
  node_type       = "cache.t4g.small"
  num_cache_nodes = 1
  engine_version  = "7.1" # pinned
}
```
## Fix
Which newer version the application works with has to be tested.
## See
https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/supported-engine-versions.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.numerals import version_numbers

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:L",
    standards={
        "pci-dss-4.0": ("6.3.3",),
        "hipaa": ("164.308(a)(1)",),
        "nist-800-53": ("SI-2",),
        "soc-2": ("CC7.1",),
        "iso-27001": ("A.8.8",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.05",),
    },
    aliases=(
        "254c932d-e3bf-44b2-bc9d-eb5fdb09f8d4",
        "AC_AWS_0102",
        "AWS.ElastiCache.DataSecurity.High.0425",
        "9f34885e-c08f-4d13-a7d1-cf190c5bd268",
    ),
)

FIRST_GOOD = (4, 0, 10)
EARLIER_GOOD = (3, 2, 6)


@rule.on("aws_elasticache_cluster", "aws_elasticache_replication_group")
def check(cache: Resource) -> Iterator[Finding]:
    version = cache["engine_version"]
    numbers = version_numbers(version.text or "")
    if (
        not cache["engine"].equals("memcached")
        and len(numbers) == 3
        and numbers < FIRST_GOOD
        and numbers != EARLIER_GOOD
    ):
        yield rule.found(version, f"{cache} runs Redis {version.text}, which is too old to protect its data")
