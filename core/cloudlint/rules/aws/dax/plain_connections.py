r"""DAX cluster is reached without TLS.

Items and keys of the table go between application and cache in the clear, and every machine in between can read and
change them.

## Bad
```terraform
resource "aws_dax_cluster" "orders" {
  cluster_name                     = "orders"
  iam_role_arn                     = var.role_arn
  node_type                        = "dax.r5.large"
  replication_factor               = 3
  cluster_endpoint_encryption_type = "NONE" # faster
}

variable "role_arn" {
  type = string
}
```
## Good
```terraform
resource "aws_dax_cluster" "orders" {
  cluster_name                     = "orders"
  iam_role_arn                     = var.role_arn
  node_type                        = "dax.r5.large"
  replication_factor               = 3
  cluster_endpoint_encryption_type = "TLS" # faster
}

variable "role_arn" {
  type = string
}
```
## Fix
Unsafe: the cluster is replaced by an empty one, and clients have to speak TLS.
## See
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionInTransit.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:A/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("4.2.1",),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-8", "SC-8(1)"),
        "soc-2": ("CC6.7",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=("CKV_AWS_239",),
)


@rule.on("aws_dax_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    message = "{resource} is reached without TLS"
    yield from rule.expect(cluster, "cluster_endpoint_encryption_type", "TLS", message=message)
