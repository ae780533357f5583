r"""DocumentDB cluster keeps its backups for less than a week.

What goes wrong before a holiday is noticed after it. Backups that live for less than a week are gone by then.

## Bad
```terraform
resource "aws_docdb_cluster" "catalogue" {
  cluster_identifier      = "catalogue"
  backup_retention_period = 3 # days
}
```
## Good
```terraform
resource "aws_docdb_cluster" "catalogue" {
  cluster_identifier      = "catalogue"
  backup_retention_period = 7 # days
}
```
## See
https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:N/A:L",
    fixes=SAFE,
    standards={
        "hipaa": ("164.308(a)(7)",),
        "nist-800-53": ("CP-9", "CP-10"),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.13",),
        "gdpr": ("32(1)(c)",),
        "nydfs-500": ("500.16",),
    },
    aliases=("CKV_AWS_360",),
)

SHORTEST = 7  # days


@rule.on("aws_docdb_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    retention = cluster["backup_retention_period"]
    days = 1 if retention.absent else retention.number
    if days is not None and days < SHORTEST:
        kept = "for one day" if days == 1 else f"for {days} days"
        yield rule.found(retention, f"Backups of {cluster} are kept {kept} only", fix=retention.set(SHORTEST))
