r"""RDS instance can be deleted by one call.

Without deletion protection a mistyped command, a careless `terraform destroy` or a stolen key takes the whole
database away. With it, deleting takes two deliberate steps.

## Bad
```terraform
resource "aws_db_instance" "orders" {
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  allocated_storage   = 20
  deletion_protection = false # so that tests can clean up
}
```
## Good
```terraform
resource "aws_db_instance" "orders" {
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  allocated_storage   = 20
  deletion_protection = true # so that tests can clean up
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
```
## Good
```cloudformation
Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      DeletionProtection: true
```
## See
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:N/A:H",
    fixes=SAFE,
    standards={
        "hipaa": ("164.308(a)(7)",),
        "nist-800-53": ("CP-9", "CP-10"),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.13",),
        "gdpr": ("32(1)(c)",),
        "nydfs-500": ("500.16",),
    },
    aliases=(
        "CKV_AWS_293",
        "AWS-0177",
        "aws-rds-enable-deletion-protection",
        "AVD-AWS-0177",
        "2c161e58-cb52-454f-abea-6470c37b5e6e",
    ),
)


@rule.on("aws_db_instance")
def check(instance: Resource) -> Iterator[Finding]:
    yield from rule.expect(instance, "deletion_protection", True, message="{resource} can be deleted by one call")
