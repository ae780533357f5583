r"""No alarm goes off when a KMS key is disabled or to be deleted.

When a key is gone, everything that was encrypted with it is gone as well. There are days to call a deletion off, if
only somebody knows of it. The alarm may be kept elsewhere, so that the rule runs only when selected.

## Bad
```terraform
provider "aws" {
  region = "eu-west-1"
}

resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = "example-audit"
}
```
## Good
```terraform
provider "aws" {
  region = "eu-west-1"
}

resource "aws_cloudwatch_log_metric_filter" "watched" {
  name           = "watched"
  log_group_name = "trail"
  pattern        = "{ $.eventSource = kms.* && ($.eventName = DisableKey || $.eventName = ScheduleKeyDeletion) }"

  metric_transformation {
    name      = "watched"
    namespace = "Security"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "watched" {
  alarm_name          = "watched"
  metric_name         = aws_cloudwatch_log_metric_filter.watched.metric_transformation[0].name
  namespace           = "Security"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  evaluation_periods  = 1
  period              = 300
  statistic           = "Sum"
  threshold           = 1
  alarm_actions       = [var.on_call]
}

variable "on_call" {
  type = string
}
```
## Fix
who should be told, and over which topic, is for people to decide.
## See
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import ACCOUNT, named, unwatched

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    standards={
        "cis-aws-3.0": ("4.7",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("SI-4",),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.16",),
    },
    aliases=(
        "AWS-0153",
        "aws-cloudwatch-require-cmk-disabled-alarm",
        "AVD-AWS-0153",
        "56a585f5-555c-48b2-8395-e64e4740a9cf",
    ),
    default=False,
)


EVENTS = named("DisableKey ScheduleKeyDeletion", eventSource="kms.amazonaws.com")
OTHERS = named("Decrypt", eventSource="kms.amazonaws.com")


@rule.on(*ACCOUNT)
def check(anchor: Resource) -> Iterator[Finding]:
    yield from unwatched(rule, anchor, EVENTS, OTHERS, "when a key of KMS is disabled or to be deleted")
