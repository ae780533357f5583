r"""SQS queue is encrypted with the key of AWS.

The key `alias/aws/sqs` cannot be limited, shared with other accounts, or taken away: its policy belongs to AWS. A key
of one's own decides who may read, and its use is logged by name.

## Bad
```terraform
resource "aws_sqs_queue" "orders" {
  name              = "orders"
  kms_master_key_id = "alias/aws/sqs"
}
```
## Good
```terraform
resource "aws_sqs_queue" "orders" {
  name              = "orders"
  kms_master_key_id = "alias/messages"
}
```
## Fix
Which key is used, and whom its policy lets in, only the author knows.
## See
https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
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
        "CKV2_AWS_73",
        "AWS-0135",
        "aws-sqs-queue-encryption-use-cmk",
        "AVD-AWS-0135",
    ),
    default=False,
)


@rule.on("aws_sqs_queue")
def check(queue: Resource) -> Iterator[Finding]:
    key = queue["kms_master_key_id"]
    if (key.text or "").endswith("alias/aws/sqs"):
        yield rule.found(key, f"{queue} is encrypted with the key of AWS, which nobody can limit")
