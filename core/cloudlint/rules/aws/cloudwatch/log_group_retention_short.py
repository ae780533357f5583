r"""Log group forgets its entries within a year.

Break-ins are often found months after they happened, and then the log that would show what was taken is gone. How
long is long enough depends on what is logged, so that the rule runs only when selected.

## Bad
```terraform
resource "aws_cloudwatch_log_group" "app" {
  name              = "/app"
  retention_in_days = 30 # default of the module
}
```
## Good
```terraform
resource "aws_cloudwatch_log_group" "app" {
  name              = "/app"
  retention_in_days = 365 # default of the module
}
```
## See
https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    fixes=SAFE,
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
    aliases=("CKV_AWS_338",),
    default=False,
)


@rule.on("aws_cloudwatch_log_group")
def check(group: Resource) -> Iterator[Finding]:
    days = group["retention_in_days"]
    number = days.number
    if number is not None and 0 < number < 365:
        yield rule.found(days, f"{group} forgets its entries after {number} days", fix=days.set(365))
