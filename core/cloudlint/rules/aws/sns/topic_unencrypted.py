r"""SNS topic keeps its messages unencrypted.

Messages often carry orders, addresses or links to reset passwords. Without a key nobody but IAM stands between them
and a reader inside of the account or of the provider.

## Bad
```terraform
resource "aws_sns_topic" "orders" {
  name = "orders"
}
```
## Good
```terraform
resource "aws_sns_topic" "orders" {
  name              = "orders"
  kms_master_key_id = aws_kms_key.messages.arn
}

resource "aws_kms_key" "messages" {
  enable_key_rotation = true
}
```
## Fix
A key has to be chosen whose policy lets every publisher in: alarms, buckets and other accounts cannot publish through
the key of AWS.
## See
https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N",
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
        "CKV_AWS_26",
        "AWS-0095",
        "aws-sns-enable-topic-encryption",
        "AVD-AWS-0095",
        "28545147-2fc6-42d5-a1f9-cf226658e591",
        "9d13b150-a2ab-42a1-b6f4-142e41f81e52",
    ),
)


@rule.on("aws_sns_topic")
def check(topic: Resource) -> Iterator[Finding]:
    key = topic["kms_master_key_id"]
    if key.absent or key.text == "":
        yield rule.found(key, f"{topic} keeps its messages unencrypted")
