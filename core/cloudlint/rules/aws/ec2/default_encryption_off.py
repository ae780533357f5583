r"""New EBS volumes of the account are not encrypted unless each asks for it.

One forgotten line in one template, or one click in the console, is then enough for a volume in plain text. With the
switch on, that cannot happen; what exists already stays as it is.

## Bad
```terraform
resource "aws_ebs_encryption_by_default" "region" {
  enabled = false # legacy images
}
```
## Good
```terraform
resource "aws_ebs_encryption_by_default" "region" {
  enabled = true # legacy images
}
```
## See
https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N",
    fixes=SAFE,
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": (
            "SC-28",
            "SC-28(1)",
        ),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "CKV_AWS_106",
        "3d3f6270-546b-443c-adb4-bb6fb2187ca6",
        "AC_AWS_0079",
        "AWS.EBS.DataSecurity.High.0580",
    ),
)


@rule.on("aws_ebs_encryption_by_default")
def check(setting: Resource) -> Iterator[Finding]:
    message = "New volumes are not encrypted unless each asks for it"
    yield from rule.expect(setting, "enabled", True, default=True, message=message)
