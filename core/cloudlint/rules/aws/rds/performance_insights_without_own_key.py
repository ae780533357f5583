r"""RDS Performance Insights are not encrypted with a key of your own.

Performance Insights hold the text of queries, and with it names, addresses and whatever else people put into a WHERE
clause. With the key that AWS keeps you can neither restrict who reads them nor revoke them.

## Bad
```terraform
resource "aws_db_instance" "orders" {
  engine                       = "postgres"
  instance_class               = "db.t4g.medium"
  allocated_storage            = 20
  performance_insights_enabled = true # seven days
}

resource "aws_kms_key" "insights" {
  enable_key_rotation = true
}
```
## Good
```terraform
resource "aws_db_instance" "orders" {
  engine                          = "postgres"
  instance_class                  = "db.t4g.medium"
  allocated_storage               = 20
  performance_insights_enabled    = true # seven days
  performance_insights_kms_key_id = aws_kms_key.insights.arn
}

resource "aws_kms_key" "insights" {
  enable_key_rotation = true
}
```
## Fix
Unsafe: the key's policy must let its readers in, and the key of existing insights cannot be changed. The fix is
offered where the module has exactly one key.
## See
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.access-control.cmk-policy.html
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
        "CKV_AWS_354",
        "AWS-0078",
        "aws-rds-performance-insights-encryption-customer-key",
        "AVD-AWS-0078",
    ),
    default=False,
)


@rule.on("aws_db_instance", "aws_rds_cluster_instance")
def check(instance: Resource) -> Iterator[Finding]:
    key = instance["performance_insights_kms_key_id"]
    if instance["performance_insights_enabled"].equals(True) and lacks_own_key(key):
        message = f"Performance Insights of {instance} are encrypted with a key that AWS keeps"
        yield rule.found(key, message, fix=use_only_key(instance, key))
