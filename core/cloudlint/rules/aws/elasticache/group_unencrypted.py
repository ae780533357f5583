r"""ElastiCache replication group keeps its data unencrypted.

Sessions, tokens and copies of database rows lie in the clear on disk whenever the cache swaps, synchronises or is
backed up. Whoever gets a backup has them.

## Bad
```terraform
resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions of the shop"
  at_rest_encryption_enabled = false # only a cache
}
```
## Good
```terraform
resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions of the shop"
  at_rest_encryption_enabled = true # only a cache
}
```
## Bad
```cloudformation
Resources:
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupDescription: sessions
      Engine: redis
      AtRestEncryptionEnabled: false # lives an hour
```
## Good
```cloudformation
Resources:
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupDescription: sessions
      Engine: redis
      AtRestEncryptionEnabled: true # lives an hour
```
## Fix
Unsafe: an existing group is replaced by an empty one.
## See
https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
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
        "CKV_AWS_29",
        "AWS-0045",
        "aws-elasticache-enable-at-rest-encryption",
        "AVD-AWS-0045",
        "e4ee3903-9225-4b6a-bdfb-e62dbadef821",
        "76976de7-c7b1-4f64-a94f-90c1345914c2",
        "AC_AWS_0466",
        "AWS.AERG.DP.MEDIUM.0027",
    ),
)


@rule.on("aws_elasticache_replication_group")
def check(group: Resource) -> Iterator[Finding]:
    encrypted = group["at_rest_encryption_enabled"]
    if encrypted.flag is False or (encrypted.absent and not group["engine"].equals("valkey")):
        yield rule.found(encrypted, f"{group} keeps its data unencrypted", fix=encrypted.set(True))
