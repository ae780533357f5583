r"""EFS access point shows the whole file system.

An access point is there to give an application its own folder. With the root as its folder, one application that is
taken over reads the files of all others.

## Bad
```terraform
resource "aws_efs_access_point" "uploads" {
  file_system_id = "fs-0123456789abcdef0"

  root_directory {
    path = "/" # everything
  }
}
```
## Good
```terraform
resource "aws_efs_access_point" "uploads" {
  file_system_id = "fs-0123456789abcdef0"

  root_directory {
    path = "/uploads" # everything
  }
}
```
## Fix
Which folder the application needs is for people to say.
## See
https://docs.aws.amazon.com/efs/latest/ug/enforce-root-directory-access-point.html
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
    aliases=("CKV_AWS_329",),
)


@rule.on("aws_efs_access_point")
def check(point: Resource) -> Iterator[Finding]:
    path = point["root_directory.path"]
    if path.absent or path.equals("/"):
        yield rule.found(path, f"{point} shows the whole file system")
