r"""RDS instance exports no logs to CloudWatch.

The logs on the instance itself are gone after a few days, and with the instance. Exported, they survive it, can be
searched and raise alarms when somebody tries passwords.

## Bad
```terraform
resource "aws_db_instance" "orders" {
  engine                          = "postgres"
  instance_class                  = "db.t4g.medium"
  allocated_storage               = 20
  enabled_cloudwatch_logs_exports = [] # too expensive?
}
```
## Good
```terraform
resource "aws_db_instance" "orders" {
  engine                          = "postgres"
  instance_class                  = "db.t4g.medium"
  allocated_storage               = 20
  enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"] # too expensive?
}
```
## See
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html
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
        "CKV_AWS_129",
        "8d7f7b8c-6c7c-40f8-baa6-62006c6c7b56",
        "AC_AWS_0454",
        "AWS.ADI.LM.MEDIUM.0076",
    ),
)

LOGS: dict[str, list[Plain]] = {
    "mysql": ["error", "general", "slowquery"],
    "mariadb": ["error", "general", "slowquery"],
    "postgres": ["postgresql", "upgrade"],
}


@rule.on("aws_db_instance")
def check(instance: Resource) -> Iterator[Finding]:
    exports = instance["enabled_cloudwatch_logs_exports"]
    if exports.absent or exports.equals([]):
        logs = LOGS.get(instance["engine"].text or "")
        fix = exports.set(logs) if logs else None
        yield rule.found(exports, f"{instance} exports no logs", fix=fix)
