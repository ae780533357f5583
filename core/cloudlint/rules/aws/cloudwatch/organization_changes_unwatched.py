r"""No alarm goes off when the organisation is changed.

Whoever takes an account out of the organisation, or a policy off it, takes away what held that account back. The
alarm may be kept elsewhere, so that the rule runs only when selected.

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
  pattern        = "{ ($.eventSource = organizations.amazonaws.com) && (${join(" || ", local.tests)}) }"

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

locals {
  events = [
    "AcceptHandshake",
    "AttachPolicy",
    "CreateAccount",
    "CreateOrganizationalUnit",
    "CreatePolicy",
    "DeclineHandshake",
    "DeleteOrganization",
    "DeleteOrganizationalUnit",
    "DeletePolicy",
    "DetachPolicy",
    "DisablePolicyType",
    "EnablePolicyType",
    "InviteAccountToOrganization",
    "LeaveOrganization",
    "MoveAccount",
    "RemoveAccountFromOrganization",
    "UpdatePolicy",
  ]
  tests = [for event in local.events : "($.eventName = ${event})"]
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
        "cis-aws-3.0": ("4.15",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("SI-4",),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.16",),
    },
    aliases=(
        "AWS-0174",
        "aws-cloudwatch-require-org-changes-alarm",
        "AVD-AWS-0174",
        "38b85c45-e772-4de8-a247-69619ca137b3",
    ),
    default=False,
)


EVENTS = named(
    "AcceptHandshake AttachPolicy CreateAccount CreateOrganizationalUnit CreatePolicy "
    "DeclineHandshake DeleteOrganization DeleteOrganizationalUnit DeletePolicy DetachPolicy "
    "DisablePolicyType EnablePolicyType InviteAccountToOrganization LeaveOrganization MoveAccount "
    "RemoveAccountFromOrganization UpdatePolicy",
    eventSource="organizations.amazonaws.com",
)
OTHERS = named("ListAccounts", eventSource="organizations.amazonaws.com")


@rule.on(*ACCOUNT)
def check(anchor: Resource) -> Iterator[Finding]:
    yield from unwatched(rule, anchor, EVENTS, OTHERS, "when the organisation is changed")
