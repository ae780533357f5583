r"""Log group keeps its entries for ever.

Logs hold addresses and names of people, which may not be kept longer than needed, and a group that never forgets
costs more each month. An end, even a far one, shows that somebody thought about it.

## Bad
```terraform
resource "aws_cloudwatch_log_group" "app" {
  name              = "/app"
  retention_in_days = 0 # decide later
}
```
## Good
```terraform
resource "aws_cloudwatch_log_group" "app" {
  name              = "/app"
  retention_in_days = 365 # decide later
}
```
## Fix
Unsafe: entries that are older than a year are deleted.
## See
https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html
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
        "pci-dss-4.0": ("10.2.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": (
            "AU-2",
            "AU-12",
        ),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.15",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.06",),
    },
    aliases=(
        "CKV_AWS_66",
        "e24e18d9-4c2b-4649-b3d0-18c088145e24",
        "934613fe-b12c-4e5a-95f5-c1dcdffac1ff",
        "ef0b316a-211e-42f1-888e-64efe172b755",
        "AC_AWS_0041",
        "AWS.CloudWatch.Logging.Medium.0631",
        "AC_AWS_0452",
        "AWS.ACLG.LM.MEDIUM.0068",
    ),
)


@rule.on("aws_cloudwatch_log_group")
def check(group: Resource) -> Iterator[Finding]:
    days = group["retention_in_days"]
    if days.absent or days.number == 0:
        yield rule.found(days, f"{group} keeps its entries for ever", fix=days.set(365))
