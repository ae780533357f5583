r"""Aurora or RDS cluster does not accept IAM authentication.

Database passwords are shared, written into settings and never changed. With IAM authentication a program proves who
it is with its role and a token that lives for 15 minutes, and access is taken away in one place.

## Bad
```terraform
resource "aws_rds_cluster" "orders" {
  engine                              = "aurora-postgresql"
  iam_database_authentication_enabled = false # not yet
}
```
## Good
```terraform
resource "aws_rds_cluster" "orders" {
  engine                              = "aurora-postgresql"
  iam_database_authentication_enabled = true # not yet
}
```
## See
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    fixes=SAFE,
    standards={
        "pci-dss-4.0": ("8.3.2", "8.6.2"),
        "hipaa": ("164.312(d)",),
        "nist-800-53": ("IA-5",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV_AWS_162",),
)


@rule.on("aws_rds_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    # Aurora Serverless v1 does not know IAM authentication.
    if not cluster["engine_mode"].equals("serverless"):
        message = "{resource} lets people in by password only"
        yield from rule.expect(cluster, "iam_database_authentication_enabled", True, message=message)
