r"""Neptune cluster exports no audit log.

The audit log says who asked the graph for what. Without it nobody can tell after a leak what was read.

## Bad
```terraform
resource "aws_neptune_cluster" "people" {
  cluster_identifier             = "people"
  enable_cloudwatch_logs_exports = ["slowquery"] # enough?
}
```
## Good
```terraform
resource "aws_neptune_cluster" "people" {
  cluster_identifier             = "people"
  enable_cloudwatch_logs_exports = ["audit", "slowquery"] # enough?
}
```
## Fix
Safe in itself; for the log to hold anything, the parameter `neptune_enable_audit_log` has to be on too.
## See
https://docs.aws.amazon.com/neptune/latest/userguide/auditing.html
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
    aliases=(
        "CKV_AWS_101",
        "AWS-0075",
        "aws-neptune-enable-log-export",
        "AVD-AWS-0075",
        "45cff7b6-3b80-40c1-ba7b-2cf480678bb8",
        "AC_AWS_0494",
        "AWS.ANC.LM.MEDIUM.0075",
    ),
)


@rule.on("aws_neptune_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    exports = cluster["enable_cloudwatch_logs_exports"]
    logs = [log.text for log in exports.items()]
    if exports.unknown or exports.open or None in logs or "audit" in logs:
        return
    fix = exports.set(["audit", *(log for log in logs if log)])
    yield rule.found(exports, f"{cluster} exports no audit log", fix=fix)
