r"""SNS topic is encrypted with the key of AWS.

The key `alias/aws/sns` cannot be limited, shared with other accounts, or taken away: its policy belongs to AWS. A key
of one's own decides who may read, and its use is logged by name.

## Bad
```terraform
resource "aws_sns_topic" "orders" {
  name              = "orders"
  kms_master_key_id = "alias/aws/sns"
}
```
## Good
```terraform
resource "aws_sns_topic" "orders" {
  name              = "orders"
  kms_master_key_id = "alias/messages"
}
```
## Fix
Which key is used, and whom its policy lets in, only the author knows.
## See
https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
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
        "AWS-0136",
        "aws-sns-topic-encryption-use-cmk",
        "AVD-AWS-0136",
        "b1a72f66-2236-4f3b-87ba-0da1b366956f",
        "AC_AWS_0502",
    ),
    default=False,
)


@rule.on("aws_sns_topic")
def check(topic: Resource) -> Iterator[Finding]:
    key = topic["kms_master_key_id"]
    aliases = [key, *(other["key_id"] for other in key.refers if other.kind == "data.aws_kms_key")]
    aliases += [other["name"] for other in key.refers if other.kind == "data.aws_kms_alias"]
    if any((alias.text or "").endswith("alias/aws/sns") for alias in aliases):
        yield rule.found(key, f"{topic} is encrypted with the key of AWS, which nobody can limit")
