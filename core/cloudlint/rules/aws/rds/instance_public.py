r"""RDS instance gets a public address.

A database with a public address is one security group rule away from the whole internet, where its port is scanned
for weak passwords and unpatched engines all day. Applications that run in AWS never need it.

## Bad
```terraform
resource "aws_db_instance" "orders" {
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  allocated_storage   = 20
  publicly_accessible = true # for the laptop
}
```
## Good
```terraform
resource "aws_db_instance" "orders" {
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  allocated_storage   = 20
  publicly_accessible = false # for the laptop
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
      PubliclyAccessible: true # for the migration
      StorageEncrypted: true
```
## Good
```cloudformation
Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      PubliclyAccessible: false # for the migration
      StorageEncrypted: true
```
## Fix
Unsafe: who reaches the database from outside its network is cut off.
## See
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H",
    fixes=UNSAFE,
    standards={
        "cis-aws-3.0": ("2.3.3",),
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-7",),
        "soc-2": ("CC6.6",),
        "iso-27001": ("A.8.20",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV_AWS_17",
        "AWS-0180",
        "aws-rds-enable-public-access",
        "AVD-AWS-0180",
        "c09e3ca5-f08a-4717-9c87-3919c5e6d209",
        "de38e1d5-54cb-4111-a868-6f7722695007",
        "d9dc6429-5140-498a-8f55-a10daac5f000",
        "647de8aa-5a42-41b5-9faf-22136f117380",
        "35113e6f-2c6b-414d-beec-7a9482d3b2d1",
        "AC_AWS_0054",
        "AWS.RDS.NS.High.0101",
    ),
)


@rule.on("aws_db_instance", "aws_rds_cluster_instance")
def check(instance: Resource) -> Iterator[Finding]:
    yield from rule.expect(
        instance, "publicly_accessible", False, default=False, message="{resource} gets a public address"
    )
