r"""Machine image can be started by everyone.

Anyone with an AWS account may start the image and read the whole disk: software, configuration, and every key that
was left on it. Images are shared with the accounts that need them, by number.

## Bad
```terraform
resource "aws_ami_launch_permission" "web" {
  image_id = "ami-0a1b2c3d4e5f60718"
  group    = "all"
}
```
## Good
```terraform
resource "aws_ami_launch_permission" "web" {
  image_id         = "ami-0a1b2c3d4e5f60718"
  organization_arn = "arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5"
}
```
## Fix
who should be able to start the image is for people to decide.
## See
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
    standards={
        "pci-dss-4.0": ("7.2.1",),
        "hipaa": ("164.312(a)(1)",),
        "nist-800-53": (
            "AC-3",
            "AC-6",
        ),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.3",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV_AWS_205",),
)


@rule.on("aws_ami_launch_permission")
def check(permission: Resource) -> Iterator[Finding]:
    group = permission["group"]
    if group.equals("all"):
        yield rule.found(group, f"{permission} lets everyone start the image")
