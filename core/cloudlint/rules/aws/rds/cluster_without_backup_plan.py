r"""Aurora or RDS cluster is in no plan of AWS Backup.

Automated backups live in the same account and go when the cluster goes. AWS Backup keeps copies in a vault that can
be locked and copied to another account, out of reach of whoever has got into this one.

## Bad
```terraform
resource "aws_rds_cluster" "orders" {
  engine             = "aurora-postgresql"
  cluster_identifier = "orders"
}
```
## Good
```terraform
resource "aws_rds_cluster" "orders" {
  engine             = "aurora-postgresql"
  cluster_identifier = "orders"
}

resource "aws_backup_selection" "orders" {
  name         = "orders"
  plan_id      = var.plan_id
  iam_role_arn = var.backup_role_arn
  resources    = [aws_rds_cluster.orders.arn]
}

variable "plan_id" {
  type = string
}

variable "backup_role_arn" {
  type = string
}
```
## Fix
Where backups go, how often and for how long has to be decided first.
## See
https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "hipaa": ("164.308(a)(7)",),
        "nist-800-53": ("CP-9", "CP-10"),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.13",),
        "gdpr": ("32(1)(c)",),
        "nydfs-500": ("500.16",),
    },
    aliases=("CKV2_AWS_8",),
    default=False,
)


@rule.on("aws_rds_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    if any(_chooses_by_tag(selection) for selection in cluster.graph.of("aws_backup_selection")):
        return
    if cluster.lacks("aws_backup_selection", "resources"):
        yield rule.found(cluster, f"{cluster} is in no backup plan")


def _chooses_by_tag(selection: Resource) -> bool:
    """Tags decide, or a pattern of names: who is in it cannot be told from here."""
    if not selection["selection_tag"].absent or not selection["condition"].absent:
        return True
    return any("*" in (resource.text or "") for resource in selection["resources"].items())
