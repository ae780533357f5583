r"""EBS volume is never saved in a snapshot.

When the volume is lost, by a mistake or a break-in, everything on it is gone. What saves it may be set up elsewhere
(Data Lifecycle Manager, AWS Backup), so that this rule runs only when selected.

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

resource "aws_ebs_snapshot" "data" {
  volume_id = aws_ebs_volume.data.id
}
```
## Fix
how often and for how long to save is for people to say.
## See
https://docs.aws.amazon.com/ebs/latest/userguide/ebs-snapshots.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "hipaa": ("164.308(a)(7)",),
        "nist-800-53": (
            "CP-9",
            "CP-10",
        ),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.13",),
        "gdpr": ("32(1)(c)",),
        "nydfs-500": ("500.16",),
    },
    aliases=(
        "AC_AWS_0459",
        "AWS.EBS.EKM.Medium.0682",
    ),
    default=False,
)


PLANS = ("aws_dlm_lifecycle_policy", "aws_backup_selection")


@rule.on("aws_ebs_volume")
def check(volume: Resource) -> Iterator[Finding]:
    planned = any(volume.graph.of(kind) for kind in PLANS)
    if not planned and volume.lacks("aws_ebs_snapshot", "volume_id"):
        yield rule.found(volume, f"{volume} is never saved in a snapshot")
