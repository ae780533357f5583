r"""SQS queue switches its encryption off.

SQS encrypts new queues by itself and for free. A queue that says no keeps its messages readable on the disks of the
provider, for up to fourteen days.

## Bad
```terraform
resource "aws_sqs_queue" "orders" {
  name                    = "orders"
  sqs_managed_sse_enabled = false # why not
}
```
## Good
```terraform
resource "aws_sqs_queue" "orders" {
  name                    = "orders"
  sqs_managed_sse_enabled = true # why not
}
```
## Bad
```cloudformation
Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: orders
      SqsManagedSseEnabled: false # measured: no difference
```
## Good
```cloudformation
Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: orders
      SqsManagedSseEnabled: true # measured: no difference
```
## See
https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N",
    fixes=SAFE,
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": (
            "SC-28",
            "SC-28(1)",
        ),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "CKV_AWS_27",
        "AWS-0096",
        "aws-sqs-enable-queue-encryption",
        "AVD-AWS-0096",
        "e1e7b278-2a8b-49bd-a26e-66a7f70b17eb",
        "12726829-93ed-4d51-9cbe-13423f4299e1",
        "9296f1cc-7a40-45de-bd41-f31745488a0e",
        "6e8849c1-3aa7-40e3-9063-b85ee300f29f",
        "AC_AWS_0366",
    ),
)


@rule.on("aws_sqs_queue")
def check(queue: Resource) -> Iterator[Finding]:
    key, own = queue["kms_master_key_id"], queue["sqs_managed_sse_enabled"]
    if own.flag is False and (key.absent or key.text == ""):
        yield rule.found(own, f"{queue} switches its encryption off", fix=own.set(True))
