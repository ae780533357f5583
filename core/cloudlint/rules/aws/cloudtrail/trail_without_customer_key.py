r"""CloudTrail logs are not encrypted with a key of your own.

The logs tell names, addresses and habits of everyone in the account. With a KMS key, reading them takes a second
permission, and each use of the key is recorded too.

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
  kms_key_id     = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}
```
## Fix
Which key, and who may use it, is for people to decide.
## See
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html
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
        "cis-aws-3.0": ("3.5",),
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "CKV_AWS_35",
        "AWS-0015",
        "aws-cloudtrail-encryption-customer-managed-key",
        "AVD-AWS-0015",
        "f5587077-3f57-4370-9b4e-4eb5b1bac85b",
        "050a9ba8-d1cb-4c61-a5e8-8805a70d3b85",
        "5d9e3164-9265-470c-9a10-57ae454ac0c7",
        "AC_AWS_0033",
    ),
)


@rule.on("aws_cloudtrail")
def check(trail: Resource) -> Iterator[Finding]:
    key = trail["kms_key_id"]
    if key.absent or key.equals(""):
        yield rule.found(key, f"{trail} is not encrypted with a KMS key")
