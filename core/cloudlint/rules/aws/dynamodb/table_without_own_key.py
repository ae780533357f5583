r"""DynamoDB table is not encrypted with a key of your own.

The keys of AWS cannot be restricted, shared with another account or revoked. With a key of your own, its policy
decides once more who may read the table, and every use of it is on record.

## Bad
```terraform
resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  hash_key     = "id"
  billing_mode = "PAY_PER_REQUEST"

  attribute {
    name = "id"
    type = "S"
  }

  server_side_encryption {
    enabled = true # with any key
  }
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}
```
## Good
```terraform
resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  hash_key     = "id"
  billing_mode = "PAY_PER_REQUEST"

  attribute {
    name = "id"
    type = "S"
  }

  server_side_encryption {
    enabled     = true # with any key
    kms_key_arn = aws_kms_key.orders.arn
  }
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}
```
## Fix
Unsafe: who reads the table needs permission for the key from then on. The fix is offered where the table is encrypted
with another key and the module has exactly one.
## See
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.kms import lacks_own_key, use_only_key

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
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
        "CKV_AWS_119",
        "AWS-0025",
        "aws-dynamodb-table-customer-key",
        "AVD-AWS-0025",
        "c8dee387-a2e6-4a73-a942-183c975549ac",
    ),
    default=False,
)


@rule.on("aws_dynamodb_table")
def check(table: Resource) -> Iterator[Finding]:
    encryption, key = table["server_side_encryption"], table["server_side_encryption.kms_key_arn"]
    if lacks_own_key(key) or table["server_side_encryption.enabled"].flag is False:
        fix = None if encryption.absent else use_only_key(table, key)
        yield rule.found(key, f"{table} is not encrypted with a key of your own", fix=fix)
