r"""EBS volume is in no plan of AWS Backup.

Snapshots taken by hand are forgotten, and go with the account. AWS Backup keeps copies in a vault that can be locked
and copied to another account, out of reach of whoever has got into this one.

## Bad
```terraform
resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 100
  encrypted         = true
}
```
## Good
```terraform
resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 100
  encrypted         = true
}

resource "aws_backup_selection" "data" {
  name         = "data"
  plan_id      = var.plan_id
  iam_role_arn = var.backup_role_arn
  resources    = [aws_ebs_volume.data.arn]
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
    aliases=("CKV2_AWS_9",),
    default=False,
)


@rule.on("aws_ebs_volume")
def check(volume: Resource) -> Iterator[Finding]:
    chosen = any(_chooses_by_tag(selection) for selection in volume.graph.of("aws_backup_selection"))
    if not chosen and volume.lacks("aws_backup_selection", "resources"):
        yield rule.found(volume, f"{volume} is in no backup plan")


def _chooses_by_tag(selection: Resource) -> bool:
    """Tags decide, or a pattern of names: who is in it cannot be told from here."""
    if not selection["selection_tag"].absent or not selection["condition"].absent:
        return True
    return any("*" in (resource.text or "") for resource in selection["resources"].items())
