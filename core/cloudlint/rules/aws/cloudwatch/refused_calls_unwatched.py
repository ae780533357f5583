r"""No alarm goes off when calls of the AWS API are refused.

Somebody with stolen keys tries what they are good for, and most of it is refused. That noise is the first sign of
him. The alarm may be kept elsewhere, so that the rule runs only when selected.

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
  pattern        = "{ ($.errorCode = \"*UnauthorizedOperation\") || ($.errorCode = \"AccessDenied*\") }"

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
        "cis-aws-3.0": ("4.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("SI-4",),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.16",),
    },
    aliases=(
        "AWS-0147",
        "aws-cloudwatch-require-unauthorised-api-call-alarm",
        "AVD-AWS-0147",
        "4c18a45b-4ab1-4790-9f83-399ac695f1e5",
    ),
    default=False,
)


EVENTS = (
    {"eventName": "RunInstances", "errorCode": "Client.UnauthorizedOperation", "sourceIPAddress": "203.0.113.7"},
    {"eventName": "GetUser", "errorCode": "AccessDenied", "sourceIPAddress": "203.0.113.7"},
)
OTHERS = ({"eventName": "GetUser", "sourceIPAddress": "203.0.113.7"},)


@rule.on(*ACCOUNT)
def check(anchor: Resource) -> Iterator[Finding]:
    yield from unwatched(rule, anchor, EVENTS, OTHERS, "when calls of the AWS API are refused")
