r"""DAX cluster keeps its data unencrypted.

The cache writes items to disk when it runs full and when nodes synchronise. Encrypted tables lose their protection
there.

## Bad
```terraform
resource "aws_dax_cluster" "orders" {
  cluster_name       = "orders"
  iam_role_arn       = var.role_arn
  node_type          = "dax.r5.large"
  replication_factor = 3

  server_side_encryption {
    enabled = false # only a cache
  }
}

variable "role_arn" {
  type = string
}
```
## Good
```terraform
resource "aws_dax_cluster" "orders" {
  cluster_name       = "orders"
  iam_role_arn       = var.role_arn
  node_type          = "dax.r5.large"
  replication_factor = 3

  server_side_encryption {
    enabled = true # only a cache
  }
}

variable "role_arn" {
  type = string
}
```
## Fix
Unsafe: the cluster is replaced by an empty one.
## See
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html
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
        "CKV_AWS_47",
        "AWS-0023",
        "aws-dynamodb-enable-at-rest-encryption",
        "AVD-AWS-0023",
        "f11aec39-858f-4b6f-b946-0a1bf46c0c87",
        "AC_AWS_0375",
        "AWS.ADC.DP.MEDIUM.0021",
    ),
)


@rule.on("aws_dax_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    message = "{resource} keeps its data unencrypted"
    yield from rule.expect(cluster, "server_side_encryption.enabled", True, message=message)
