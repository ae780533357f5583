r"""SQS queue leaves it to AWS whether its messages are encrypted.

Queues made today are encrypted by SQS itself, those made before October 2022 are not, and nobody sees it in the code.
Saying it costs a line and answers the auditor.

## Bad
```terraform
resource "aws_sqs_queue" "orders" {
  name = "orders" # one queue for all shops
}
```
## Good
```terraform
resource "aws_sqs_queue" "orders" {
  name                    = "orders" # one queue for all shops
  sqs_managed_sse_enabled = true
}
```
## See
https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
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
    default=False,
)


@rule.on("aws_sqs_queue")
def check(queue: Resource) -> Iterator[Finding]:
    key, own = queue["kms_master_key_id"], queue["sqs_managed_sse_enabled"]
    if not own.absent:
        return
    if key.absent:
        # Not every version of the module takes the argument.
        fix = own.set(True) if queue.kind != "module" else None
        yield rule.found(own, f"{queue} does not say that it is encrypted", fix=fix)
    elif key.text == "":
        yield rule.found(key, f"{queue} names an empty key")
