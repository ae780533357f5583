r"""GuardDuty is not switched on in all accounts of the organisation.

An account that was opened yesterday is watched by nobody until somebody thinks of it. GuardDuty can join new members
by itself. Where the organisation is set up elsewhere this rule is noise, so it runs only when asked for.

## Bad
```terraform
resource "aws_guardduty_detector" "main" {
  enable = true
}

resource "aws_guardduty_organization_configuration" "main" {
  detector_id                      = aws_guardduty_detector.main.id
  auto_enable_organization_members = "NONE" # by hand
}
```
## Good
```terraform
resource "aws_guardduty_detector" "main" {
  enable = true
}

resource "aws_guardduty_organization_configuration" "main" {
  detector_id                      = aws_guardduty_detector.main.id
  auto_enable_organization_members = "ALL" # by hand
}
```
## Fix
Unsafe: all accounts are charged by the amount of logs that GuardDuty reads there.
## See
https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_organizations.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("10.4.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("SI-4",),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.16",),
        "nydfs-500": ("500.14",),
    },
    aliases=("CKV2_AWS_3",),
    default=False,
)

CONFIGURATION = "aws_guardduty_organization_configuration"


@rule.on("aws_guardduty_detector")
def missing(detector: Resource) -> Iterator[Finding]:
    if detector.lacks(CONFIGURATION, "detector_id"):
        yield rule.found(detector, f"{detector} is not set up for the organisation")


@rule.on("aws_guardduty_detector")
def off(detector: Resource) -> Iterator[Finding]:
    for configuration in detector.linked(CONFIGURATION, "detector_id"):
        members, old = configuration["auto_enable_organization_members"], configuration["auto_enable"]
        if members.equals("NONE") or (members.absent and old.equals(False)):
            fix = members.set("ALL") if old.absent else None
            place = old if members.absent else members
            message = f"{detector} is not switched on in all accounts of the organisation"
            yield rule.found(place, message, fix=fix, about=detector)
