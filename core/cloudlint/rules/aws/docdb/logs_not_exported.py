r"""DocumentDB cluster exports no logs to CloudWatch.

The logs on the cluster itself cannot be kept or searched. Exported, the audit log says who read what, and the
profiler names the slow operations.

## Bad
```terraform
resource "aws_docdb_cluster" "catalogue" {
  cluster_identifier              = "catalogue"
  enabled_cloudwatch_logs_exports = [] # too dear?
}
```
## Good
```terraform
resource "aws_docdb_cluster" "catalogue" {
  cluster_identifier              = "catalogue"
  enabled_cloudwatch_logs_exports = ["audit", "profiler"] # too dear?
}
```
## Fix
Safe in itself; for the logs to hold anything, the parameters `audit_logs` and `profiler` have to be on too.
## See
https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html
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
    aliases=(
        "CKV_AWS_85",
        "AWS-0020",
        "aws-documentdb-enable-log-export",
        "AVD-AWS-0020",
        "1bf3b3d4-f373-4d7c-afbb-7d85948a67a5",
        "56f6a008-1b14-4af4-b9b2-ab7cf7e27641",
        "AC_AWS_0456",
        "AWS.ADC.LM.MEDIUM.0069",
        "e6cd49ba-77ed-417f-9bca-4f5303554308",
        "2ca87964-fe7e-4cdc-899c-427f0f3525f8",
    ),
)

LOGS: list[Plain] = ["audit", "profiler"]


@rule.on("aws_docdb_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    exports = cluster["enabled_cloudwatch_logs_exports"]
    logs = [log.text for log in exports.items()]
    if exports.unknown or exports.open or None in logs or any(log in LOGS for log in logs):
        return
    yield rule.found(exports, f"{cluster} exports no logs", fix=exports.set(LOGS))
