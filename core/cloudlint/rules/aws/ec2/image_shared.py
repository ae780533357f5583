r"""Machine image can be started by another account.

Whoever starts the image reads its whole disk, and a number that was mistyped is somebody else's account. Each such
permission deserves a second look, which is why the rule exists and runs only when selected.

## Bad
```terraform
resource "aws_ami_launch_permission" "web" {
  image_id   = "ami-0a1b2c3d4e5f60718"
  account_id = "444455556666"
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
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-explicit.html
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
    aliases=(
        "CKV_AWS_205",
        "a19b2942-142e-4e2b-93b7-6cf6a6c8d90f",
        "ba4e0031-3e9d-4d7d-b0d6-bd8f003f8698",
        "AC_AWS_0006",
        "AWS.AMI.NS.Medium.1040",
    ),
    default=False,
)


@rule.on("aws_ami_launch_permission")
def check(permission: Resource) -> Iterator[Finding]:
    account = permission["account_id"]
    if not account.absent:
        yield rule.found(account, f"{permission} lets another account start the image")
