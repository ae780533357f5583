r"""Aurora or RDS cluster stores its data unencrypted.

Whoever gets hold of a volume, a snapshot or an automated backup of the cluster reads every row without a key.
Encryption is chosen when a cluster is created, and each day of waiting makes the move larger.

## Bad
```terraform
resource "aws_rds_cluster" "orders" {
  engine            = "aurora-postgresql"
  storage_encrypted = false # test data only
}
```
## Good
```terraform
resource "aws_rds_cluster" "orders" {
  engine            = "aurora-postgresql"
  storage_encrypted = true # test data only
}
```
## Bad
```cloudformation
Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      StorageEncrypted: !Ref Encrypted
Parameters:
  Encrypted:
    Type: String
    Default: "false"
```
## Good
```cloudformation
Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      StorageEncrypted: !Ref Encrypted
Parameters:
  Encrypted:
    Type: String
    Default: "true"
```
## Fix
Unsafe: an existing cluster is replaced by an empty one; restore it from an encrypted copy of a snapshot instead.
## See
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html
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
        "cis-aws-3.0": ("2.3.1",),
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "CKV_AWS_96",
        "AWS-0079",
        "aws-rds-encrypt-cluster-storage-data",
        "AVD-AWS-0079",
        "65844ba3-03a1-40a8-b3dd-919f122e8c95",
        "5beacce3-4020-4a3d-9e1d-a36f953df630",
        "3199c26c-7871-4cb3-99c2-10a59244ce7f",
        "1a690d1d-0ae7-49fa-b2db-b75ae0dd1d3e",
        "656880aa-1388-488f-a6d4-8f73c23149b2",
        "AC_AWS_0186",
        "AWS.RDS.EncryptionandKeyManagement.High.0414",
    ),
)


@rule.on("aws_rds_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    # Aurora Serverless v1 is encrypted whatever the attribute says.
    if not cluster["engine_mode"].equals("serverless"):
        yield from rule.expect(cluster, "storage_encrypted", True, message="{resource} stores its data unencrypted")
