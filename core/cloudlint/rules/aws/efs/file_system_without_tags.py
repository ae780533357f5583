r"""EFS file system carries no tags.

Tags say whose files these are and how they are to be treated; backup plans and access rules choose by them. A file
system without any is easily forgotten by all of these.

## Bad
```terraform
resource "aws_efs_file_system" "reports" {
  encrypted = true
}
```
## Good
```terraform
resource "aws_efs_file_system" "reports" {
  encrypted = true

  tags = {
    team = "reporting"
  }
}
```
## Bad
```cloudformation
Resources:
  Reports:
    Type: AWS::EFS::FileSystem
    Properties:
      Encrypted: true
```
## Good
```cloudformation
Resources:
  Reports:
    Type: AWS::EFS::FileSystem
    Properties:
      Encrypted: true
      FileSystemTags:
        - Key: team
          Value: reporting
```
## Fix
Which tags are wanted only the author knows.
## See
https://docs.aws.amazon.com/efs/latest/ug/manage-fs-tags.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule, Value

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("12.5.1",),
        "hipaa": ("164.310(d)(2)(iii)",),
        "nist-800-53": ("CM-8",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.9",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.13",),
    },
    aliases=("08e39832-5e42-4304-98a0-aa5b43393162",),
    default=False,
)


@rule.on("aws_efs_file_system")
def check(files: Resource) -> Iterator[Finding]:
    tags, inherited = files["tags"], files["tags_all"]
    if _is_empty(tags) and not inherited.unknown and not inherited.entries():
        yield rule.found(tags, f"{files} carries no tags")


def _is_empty(tags: Value) -> bool:
    return tags.absent or (not tags.unknown and not tags.open and not tags.entries())
