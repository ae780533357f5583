r"""EFS file system is in no backup plan.

What somebody deletes or encrypts for ransom in a shared folder is gone for everyone at once. AWS Backup keeps copies
that the clients of the file system cannot reach.

## Bad
```terraform
resource "aws_efs_file_system" "uploads" {
  creation_token = "uploads"
}
```
## Good
```terraform
resource "aws_efs_file_system" "uploads" {
  creation_token = "uploads"
}

resource "aws_efs_backup_policy" "uploads" {
  file_system_id = aws_efs_file_system.uploads.id

  backup_policy {
    status = "ENABLED"
  }
}
```
## Fix
Unsafe: the default plan of AWS, which the fix names, makes a backup a day and keeps it for five weeks, which costs
money.
## See
https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.model import Reference
from cloudlint.resource import Plain
from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:N/A:L",
    fixes=UNSAFE,
    standards={
        "hipaa": ("164.308(a)(7)",),
        "nist-800-53": ("CP-9", "CP-10"),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.13",),
        "gdpr": ("32(1)(c)",),
        "nydfs-500": ("500.16",),
    },
    aliases=("CKV2_AWS_18",),
    default=False,
)

POLICY = "aws_efs_backup_policy"


@rule.on("aws_efs_file_system")
def check(files: Resource) -> Iterator[Finding]:
    if any(_chooses_by_tag(selection) for selection in files.graph.of("aws_backup_selection")):
        return
    automatic = files.linked(POLICY, "file_system_id")
    if any(not policy["backup_policy.status"].equals("DISABLED") for policy in automatic):
        return
    if files.lacks("aws_backup_selection", "resources") and (automatic or files.lacks(POLICY, "file_system_id")):
        content: dict[str, Plain] = {
            "file_system_id": Reference(f"{files.kind}.{files.label}.id"),
            "backup_policy": {"status": "ENABLED"},
        }
        fix = None if automatic else files.beside(POLICY, files.label, content)
        yield rule.found(files, f"{files} is in no backup plan", fix=fix)


def _chooses_by_tag(selection: Resource) -> bool:
    """Tags decide, or a pattern of names: who is in it cannot be told from here."""
    if not selection["selection_tag"].absent or not selection["condition"].absent:
        return True
    return any("*" in (resource.text or "") for resource in selection["resources"].items())
