r"""Log group is not encrypted with a key of your own.

Only with a key of your own can you decide who reads the logs beyond what IAM says, see each use of the key, and shut
everything off at once. The key that AWS manages is fine for most; the rule runs only when selected.

## Bad
```terraform
resource "aws_cloudwatch_log_group" "app" {
  name = "/app"
}
```
## Good
```terraform
resource "aws_cloudwatch_log_group" "app" {
  name       = "/app"
  kms_key_id = aws_kms_key.logs.arn
}

resource "aws_kms_key" "logs" {
  enable_key_rotation = true
}
```
## Fix
the policy of the key has to let CloudWatch Logs use it first.
## See
https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.kms import lacks_own_key

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
        "CKV_AWS_158",
        "AWS-0017",
        "aws-cloudwatch-log-group-customer-key",
        "AVD-AWS-0017",
        "0afbcfe9-d341-4b92-a64c-7e6de0543879",
        "AC_AWS_0451",
        "AWS.CloudWatch.EncryptionandKeyManagement.High.0632",
    ),
    default=False,
)


@rule.on("aws_cloudwatch_log_group")
def check(group: Resource) -> Iterator[Finding]:
    key = group["kms_key_id"]
    if lacks_own_key(key):
        yield rule.found(key, f"{group} is not encrypted with a key of your own")
