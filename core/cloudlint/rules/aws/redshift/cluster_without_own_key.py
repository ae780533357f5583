r"""Redshift cluster is not encrypted with a key of your own.

The key that AWS keeps cannot be restricted, shared with another account or revoked. With a key of your own, its
policy decides once more who may read the data, and every use of it is on record.

## Bad
```terraform
resource "aws_redshift_cluster" "reports" {
  cluster_identifier = "reports"
  node_type          = "ra3.large"
  encrypted          = true # with any key
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}
```
## Good
```terraform
resource "aws_redshift_cluster" "reports" {
  cluster_identifier = "reports"
  node_type          = "ra3.large"
  encrypted          = true # with any key
  kms_key_id         = aws_kms_key.orders.arn
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}
```
## Fix
Unsafe: data that exists is usually moved to a new resource, since the key is chosen at creation; and the key's policy
must let the service use it. The fix is offered where the module has exactly one key.
## See
https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html
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
    aliases=(
        "CKV_AWS_142",
        "AWS-0084",
        "aws-redshift-encryption-customer-key",
        "AVD-AWS-0084",
        "de76a0d6-66d5-45c9-9022-f05545b85c78",
        "AC_AWS_0198",
        "AWS.Redshift.EncryptionandKeyManagement.High.0415",
    ),
    default=False,
)


@rule.on("aws_redshift_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    key = cluster["kms_key_id"]
    if lacks_own_key(key):
        yield rule.found(key, f"{cluster} is encrypted with a key that AWS keeps", fix=use_only_key(cluster, key))
