r"""RDS activity stream is not encrypted with a key of your own.

An activity stream holds every statement that anybody runs, with its values. AWS accepts only a key of your own for
it, since those who administrate the database must not be able to read or stop it.

## Bad
```terraform
resource "aws_rds_cluster_activity_stream" "orders" {
  resource_arn = aws_rds_cluster.orders.arn
  mode         = "async"
  kms_key_id   = "alias/aws/rds" # the first that came to mind
}

resource "aws_rds_cluster" "orders" {
  engine = "aurora-postgresql"
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}
```
## Good
```terraform
resource "aws_rds_cluster_activity_stream" "orders" {
  resource_arn = aws_rds_cluster.orders.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.orders.key_id # the first that came to mind
}

resource "aws_rds_cluster" "orders" {
  engine = "aurora-postgresql"
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}
```
## Fix
Unsafe: data that exists is usually moved to a new resource, since the key is chosen at creation; and the key's policy
must let the service use it. The fix is offered where the module has exactly one key.
## See
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.Overview.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.kms import lacks_own_key, use_only_key

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
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
    aliases=("CKV_AWS_246",),
    default=False,
)


@rule.on("aws_rds_cluster_activity_stream")
def check(stream: Resource) -> Iterator[Finding]:
    key = stream["kms_key_id"]
    if lacks_own_key(key):
        yield rule.found(
            key, f"{stream} is not encrypted with a key of your own", fix=use_only_key(stream, key, "key_id")
        )
