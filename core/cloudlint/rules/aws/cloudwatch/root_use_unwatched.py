r"""No alarm goes off when the root user is used.

The root user may do everything and cannot be restricted. Nobody needs it for daily work, so that each use is either
planned or an alarm. The alarm may be kept elsewhere, so that the rule runs only when selected.

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
  pattern        = "{ $.userIdentity.type = Root && $.eventType != AwsServiceEvent }"

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

from ._shared import ACCOUNT, unwatched

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    standards={
        "cis-aws-3.0": ("4.3",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("SI-4",),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.16",),
    },
    aliases=(
        "AWS-0149",
        "aws-cloudwatch-require-root-user-usage-alarm",
        "AVD-AWS-0149",
        "8b1b1e67-6248-4dca-bbad-93486bb181c0",
    ),
    default=False,
)


EVENTS = ({"userIdentity.type": "Root", "eventType": "AwsConsoleSignIn"},)
OTHERS = ({"userIdentity.type": "IAMUser", "eventType": "AwsConsoleSignIn"},)


@rule.on(*ACCOUNT)
def check(anchor: Resource) -> Iterator[Finding]:
    yield from unwatched(rule, anchor, EVENTS, OTHERS, "when the root user is used")
