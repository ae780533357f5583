r"""CloudTrail does not send its events to CloudWatch Logs.

In a bucket the events are kept, but nobody looks at them. Alarms on sign-ins without MFA or on changed policies need
them in CloudWatch Logs, within minutes instead of at the post-mortem.

## Bad
```terraform
resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = "example-trail"
}
```
## Good
```terraform
resource "aws_cloudtrail" "audit" {
  name                       = "audit"
  s3_bucket_name             = "example-trail"
  cloud_watch_logs_group_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:audit:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::111122223333:role/trail-to-logs"
}
```
## Fix
It takes a log group and a role that may write to it.
## See
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/monitor-cloudtrail-log-files-with-cloudwatch-logs.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("10.4.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("SI-4",),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.16",),
        "nydfs-500": ("500.14",),
    },
    aliases=(
        "CKV2_AWS_10",
        "AWS-0162",
        "aws-cloudtrail-ensure-cloudwatch-integration",
        "AVD-AWS-0162",
        "ebb2118a-03bc-4d53-ab43-d8750f5cb8d3",
        "65d07da5-9af5-44df-8983-52d2e6f24c44",
        "17b30f8f-8dfb-4597-adf6-57600b6cf25e",
    ),
)


@rule.on("aws_cloudtrail")
def check(trail: Resource) -> Iterator[Finding]:
    group = trail["cloud_watch_logs_group_arn"]
    if group.absent or group.equals(""):
        yield rule.found(group, f"{trail} does not send its events to CloudWatch Logs")
