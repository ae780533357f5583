r"""CloudTrail tells nobody when log files arrive.

A topic lets other tools fetch each log file as soon as it is there. Teams that work with CloudWatch Logs or
EventBridge do not need it, so this rule runs only when asked for.

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
  name           = "audit"
  s3_bucket_name = "example-trail"
  sns_topic_name = "arn:aws:sns:eu-west-1:111122223333:trail"
}
```
## Fix
It takes a topic that CloudTrail may publish to.
## See
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/configure-sns-notifications-for-cloudtrail.html
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
        "CKV_AWS_252",
        "5ba316a9-c466-4ec1-8d5b-bc6107dc9a92",
        "3e09413f-471e-40f3-8626-990c79ae63f3",
        "482b7d26-0bdb-4b5f-bf6f-545826c0a3dd",
        "AC_AWS_0035",
    ),
    default=False,
)


@rule.on("aws_cloudtrail")
def check(trail: Resource) -> Iterator[Finding]:
    topic = trail["sns_topic_name"]
    if topic.absent or topic.equals(""):
        yield rule.found(topic, f"{trail} has no topic for new log files")
