r"""Secret is not encrypted with a key of your own.

Under the key that AWS manages, the permission to read the secret is all it takes, and the secret cannot be shared
with another account. With a key of your own there is a second door, and a record of who opened it.

## Bad
```terraform
resource "aws_secretsmanager_secret" "db" {
  name = "orders/db"
}
```
## Good
```terraform
resource "aws_secretsmanager_secret" "db" {
  name       = "orders/db"
  kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}
```
## Fix
Which key, and who may use it, is for people to decide.
## See
https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import managed_by_aws

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "CKV_AWS_149",
        "AWS-0098",
        "aws-ssm-secret-use-customer-key",
        "AVD-AWS-0098",
        "c8ae9ba9-c2f7-4e5c-b32e-a4b7712d4d22",
        "b0d3ef3f-845d-4b1b-83d6-63a5a380375f",
        "a2f548f2-188c-4fff-b172-e9a6acb216bd",
        "AC_AWS_0500",
    ),
    default=False,
)


@rule.on("aws_secretsmanager_secret")
def check(secret: Resource) -> Iterator[Finding]:
    key = secret["kms_key_id"]
    if managed_by_aws(key):
        yield rule.found(key, f"{secret} is encrypted with a key that AWS manages")
