r"""ElastiCache cluster is in the default subnet group.

The default subnets of a region have a route to the internet, and everything that nobody placed with care ends up
beside the cache.

## Bad
```terraform
resource "aws_elasticache_cluster" "sessions" {
  cluster_id        = "sessions"
  engine            = "redis"
  node_type         = "cache.t4g.small"
  num_cache_nodes   = 1
  subnet_group_name = "default" # whatever
}
```
## Good
```terraform
resource "aws_elasticache_cluster" "sessions" {
  cluster_id        = "sessions"
  engine            = "redis"
  node_type         = "cache.t4g.small"
  num_cache_nodes   = 1
  subnet_group_name = var.subnet_group # whatever
}

variable "subnet_group" {
  type = string
}
```
## Fix
Which subnets is for people to decide, and moving replaces the cluster.
## See
https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/SubnetGroups.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:A/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N",
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
        "CKV_AWS_323",
        "ba766c53-fe71-4bbb-be35-b6803f2ef13e",
        "8c849af7-a399-46f7-a34c-32d3dc96f1fc",
        "5527dcfc-94f9-4bf6-b7d4-1b78850cf41f",
    ),
    default=False,
)


@rule.on("aws_elasticache_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    subnets, group = cluster["subnet_group_name"], cluster["replication_group_id"]
    if subnets.refers or group.refers or not group.absent:
        return  # a member of a replication group is where the group is
    if subnets.absent or subnets.equals("default"):
        yield rule.found(subnets, f"{cluster} is in the default subnet group")
