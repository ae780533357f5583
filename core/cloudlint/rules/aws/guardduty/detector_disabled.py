r"""GuardDuty detector is switched off.

GuardDuty reads the logs that nobody has time to read, and sees stolen credentials, mining and calls to known bad
hosts. A detector that is switched off sees nothing, and looks as if it did.

## Bad
```terraform
resource "aws_guardduty_detector" "main" {
  enable = false # trial is over
}
```
## Good
```terraform
resource "aws_guardduty_detector" "main" {
  enable = true # trial is over
}
```
## Fix
Unsafe: GuardDuty is charged by the amount of logs that it reads.
## See
https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_settingup.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:H/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("10.4.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("SI-4",),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.16",),
        "nydfs-500": ("500.14",),
    },
    aliases=(
        "CKV_AWS_238",
        "a25cd877-375c-4121-a640-730929936fac",
        "704dadd3-54fc-48ac-b6a0-02f170011473",
        "AC_AWS_0131",
    ),
)


@rule.on("aws_guardduty_detector")
def check(detector: Resource) -> Iterator[Finding]:
    yield from rule.expect(detector, "enable", True, default=True, message="{resource} is switched off")
