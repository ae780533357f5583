r"""Alarm goes off without telling anybody.

The alarm changes its colour in the console and does nothing else. Silenced for a maintenance, it is easily forgotten,
and the next outage or attack is noticed by customers.

## Bad
```terraform
resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  metric_name         = "5XXError"
  namespace           = "AWS/ApiGateway"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 60
  statistic           = "Sum"
  threshold           = 5
  alarm_actions       = [var.on_call]
  actions_enabled     = false # too loud last week
}

variable "on_call" {
  type = string
}
```
## Good
```terraform
resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  metric_name         = "5XXError"
  namespace           = "AWS/ApiGateway"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 60
  statistic           = "Sum"
  threshold           = 5
  alarm_actions       = [var.on_call]
  actions_enabled     = true # too loud last week
}

variable "on_call" {
  type = string
}
```
## Fix
Unsafe: people are called and automatic actions run from then on.
## See
https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=UNSAFE,
    standards={
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("SI-4",),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.16",),
    },
    aliases=("CKV_AWS_319",),
)


@rule.on("aws_cloudwatch_metric_alarm")
def check(alarm: Resource) -> Iterator[Finding]:
    message = "{resource} goes off without telling anybody"
    yield from rule.expect(alarm, "actions_enabled", True, default=True, message=message)
