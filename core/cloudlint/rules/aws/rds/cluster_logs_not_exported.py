r"""Aurora or RDS cluster exports no logs to CloudWatch.

The logs on the database itself are gone after a few days, and with the cluster. Exported, they survive it, can be
searched and raise alarms when somebody tries passwords.

## Bad
```terraform
resource "aws_rds_cluster" "orders" {
  engine                          = "aurora-postgresql"
  enabled_cloudwatch_logs_exports = [] # too expensive?
}
```
## Good
```terraform
resource "aws_rds_cluster" "orders" {
  engine                          = "aurora-postgresql"
  enabled_cloudwatch_logs_exports = ["postgresql"] # too expensive?
}
```
## See
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.CloudWatch.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.resource import Plain
from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    fixes=SAFE,
    standards={
        "pci-dss-4.0": ("10.2.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("AU-2", "AU-12"),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.15",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.06",),
    },
    aliases=("CKV_AWS_324",),
)

LOGS: dict[str, list[Plain]] = {
    "mysql": ["audit", "error", "slowquery"],
    "aurora-mysql": ["audit", "error", "slowquery"],
    "postgres": ["postgresql", "upgrade"],
    "aurora-postgresql": ["postgresql"],
}


@rule.on("aws_rds_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    exports = cluster["enabled_cloudwatch_logs_exports"]
    if exports.absent or exports.equals([]):
        logs = LOGS.get(cluster["engine"].text or "")
        fix = exports.set(logs) if logs else None
        yield rule.found(exports, f"{cluster} exports no logs", fix=fix)
