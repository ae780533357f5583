r"""ElastiCache replication group asks nobody for a password.

Whoever reaches the port reads and changes everything: the network is the only protection. One machine taken over in
the same network is enough to steal every session.

## Bad
```terraform
resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions of the shop"
  transit_encryption_enabled = true
}
```
## Good
```terraform
resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions of the shop"
  transit_encryption_enabled = true
  user_group_ids             = [var.user_group]
}

variable "user_group" {
  type = string
}
```
## Fix
A token or users have to be made, kept secret and given to the clients.
## See
https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:A/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:N",
    standards={
        "pci-dss-4.0": ("8.3.2", "8.6.2"),
        "hipaa": ("164.312(d)",),
        "nist-800-53": ("IA-5",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV_AWS_31",),
)


@rule.on("aws_elasticache_replication_group")
def check(group: Resource) -> Iterator[Finding]:
    token, users = group["auth_token"], group["user_group_ids"]
    if any(value.refers for value in (token, users)):
        return
    if token.absent and (users.absent or users.equals([])):
        yield rule.found(group, f"{group} asks nobody for a password")
