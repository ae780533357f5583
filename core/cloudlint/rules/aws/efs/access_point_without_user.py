r"""EFS access point lets clients say which user they are.

Without a user of its own, an access point believes the user id that a client sends. Anyone who is root on one machine
is then root in the shared files.

## Bad
```terraform
resource "aws_efs_access_point" "uploads" {
  file_system_id = "fs-0123456789abcdef0"

  root_directory {
    path = "/uploads"
  }
}
```
## Good
```terraform
resource "aws_efs_access_point" "uploads" {
  file_system_id = "fs-0123456789abcdef0"

  root_directory {
    path = "/uploads"
  }

  posix_user {
    uid = 1000
    gid = 1000
  }
}
```
## Fix
Which user owns the files is for people to say.
## See
https://docs.aws.amazon.com/efs/latest/ug/enforce-identity-access-points.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV_AWS_330",),
)


@rule.on("aws_efs_access_point")
def check(point: Resource) -> Iterator[Finding]:
    if point["posix_user"].absent:
        yield rule.found(point, f"{point} lets clients say which user they are")
