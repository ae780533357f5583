r"""Aurora MySQL cluster exports no audit log.

The audit log says who connected, from where, and which tables they touched. Without it, nobody can tell after a leak
what was read.

## Bad
```terraform
resource "aws_rds_cluster" "orders" {
  engine                          = "aurora-mysql"
  enabled_cloudwatch_logs_exports = ["error"] # slow ones too?
}
```
## Good
```terraform
resource "aws_rds_cluster" "orders" {
  engine                          = "aurora-mysql"
  enabled_cloudwatch_logs_exports = ["audit", "error"] # slow ones too?
}
```
## Fix
Safe in itself; for the log to hold anything, the cluster's parameter group has to switch `server_audit_logging` on
too.
## See
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Auditing.html
"""

from __future__ import annotations

from collections.abc import Iterator

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
    aliases=("CKV_AWS_325",),
)


@rule.on("aws_rds_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    if cluster["engine"].one_of(("postgres", "aurora-postgresql")):
        return  # keeps its audit records in the ordinary log
    exports = cluster["enabled_cloudwatch_logs_exports"]
    logs = [log.text for log in exports.items()]
    if exports.unknown or exports.open or None in logs or "audit" in logs:
        return
    fix = exports.set(["audit", *(log for log in logs if log)])
    yield rule.found(exports, f"{cluster} exports no audit log", fix=fix)
