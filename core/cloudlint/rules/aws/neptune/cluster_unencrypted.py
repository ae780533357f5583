r"""Neptune cluster stores its data unencrypted.

Whoever gets hold of a volume or a snapshot reads every record without a key. Encryption is chosen when a cluster is
created, and each day of waiting makes the move larger.

## Bad
```terraform
resource "aws_neptune_cluster" "people" {
  cluster_identifier = "people"
  storage_encrypted  = false # test data
}
```
## Good
```terraform
resource "aws_neptune_cluster" "people" {
  cluster_identifier = "people"
  storage_encrypted  = true # test data
}
```
## Bad
```cloudformation
Resources:
  Graph:
    Type: AWS::Neptune::DBCluster
    Properties:
      StorageEncrypted: false # test data
```
## Good
```cloudformation
Resources:
  Graph:
    Type: AWS::Neptune::DBCluster
    Properties:
      StorageEncrypted: true # test data
```
## Fix
Unsafe: an existing cluster is replaced by an empty one; restore it from an encrypted copy of a snapshot instead.
## See
https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html
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
        "CKV_AWS_44",
        "AWS-0076",
        "aws-neptune-enable-storage-encryption",
        "AVD-AWS-0076",
        "bf4473f1-c8a2-4b1b-8134-bd32efabab93",
        "98d59056-f745-4ef5-8613-32bca8d40b7e",
        "AC_AWS_0493",
        "AWS.ANC.DP.MEDIUM.0030",
        "83bf5aca-138a-498e-b9cd-ad5bc5e117b4",
    ),
)


@rule.on("aws_neptune_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    yield from rule.expect(cluster, "storage_encrypted", True, message="{resource} stores its data unencrypted")
