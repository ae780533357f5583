r"""DocumentDB parameter group switches audit logs off.

Unless `audit_logs` is on, nobody can tell after a leak who logged in and what they read or changed.

## Bad
```terraform
resource "aws_docdb_cluster_parameter_group" "catalogue" {
  family = "docdb5.0"

  parameter {
    name  = "audit_logs"
    value = "disabled" # noisy
  }
}
```
## Good
```terraform
resource "aws_docdb_cluster_parameter_group" "catalogue" {
  family = "docdb5.0"

  parameter {
    name  = "audit_logs"
    value = "enabled" # noisy
  }
}
```
## Bad
```terraform
resource "aws_docdb_cluster_parameter_group" "catalogue" {
  family = "docdb5.0" # of 2023
}
```
## Good
```terraform
resource "aws_docdb_cluster_parameter_group" "catalogue" {
  family = "docdb5.0" # of 2023

  parameter {
    name  = "audit_logs"
    value = "enabled"
  }
}
```
## See
https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

from ._shared import may_hold_more, parameter

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
    aliases=("CKV_AWS_104",),
)


@rule.on("aws_docdb_cluster_parameter_group")
def check(group: Resource) -> Iterator[Finding]:
    audit = parameter(group, "audit_logs")
    if audit is None:
        if not may_hold_more(group):
            fix = group.add("parameter", {"name": "audit_logs", "value": "enabled"})
            yield rule.found(group, f"{group} leaves audit logs off", fix=fix)
    elif audit.one_of(("disabled", "none")):
        yield rule.found(audit, f"{group} switches audit logs off", fix=audit.set("enabled"))
