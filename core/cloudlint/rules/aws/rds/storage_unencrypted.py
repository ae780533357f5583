r"""RDS instance stores its data unencrypted.

Whoever gets hold of the disk, of a snapshot or of an automated backup reads every row without a key. Encryption can
only be chosen when an instance is created, so that each day of waiting makes the move to an encrypted one larger.

## Bad
```terraform
resource "aws_db_instance" "orders" {
  identifier          = "orders"
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  allocated_storage   = 20
  username            = "orders"
  password_wo         = var.password
  password_wo_version = 1
  storage_encrypted   = false # saves the key's price
}

variable "password" {
  type = string
}
```
## Good
```terraform
resource "aws_db_instance" "orders" {
  identifier          = "orders"
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  allocated_storage   = 20
  username            = "orders"
  password_wo         = var.password
  password_wo_version = 1
  storage_encrypted   = true # saves the key's price
}

variable "password" {
  type = string
}
```
## Bad
```cloudformation
Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: "20"
      ManageMasterUserPassword: true
      MasterUsername: orders
      StorageEncrypted: false # saves the key's price
```
## Good
```cloudformation
Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: "20"
      ManageMasterUserPassword: true
      MasterUsername: orders
      StorageEncrypted: true # saves the key's price
```
## Fix
Unsafe: an existing instance is replaced by an empty one; restore it from an encrypted copy of a snapshot instead.
## See
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

from ._shared import is_given

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
        "CKV_AWS_16",
        "AWS-0080",
        "AVD-AWS-0080",
        "aws-rds-encrypt-instance-storage-data",
        "7dfb316c-a6c2-454d-b8a2-97f147b0c0ff",
        "e50eb68a-a4af-4048-8bbe-8ec324421469",
        "08bd0760-8752-44e1-9779-7bb369b2b4e4",
        "ffee2785-c347-451e-89f3-11aeb08e5c84",
        "AC_AWS_0058",
    ),
)


@rule.on("aws_db_instance")
def check(instance: Resource) -> Iterator[Finding]:
    # A replica is encrypted exactly as its source is; the source is judged where it stands.
    if not is_given(instance["replicate_source_db"]):
        yield from rule.expect(instance, "storage_encrypted", True)
