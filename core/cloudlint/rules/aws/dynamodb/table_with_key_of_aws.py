r"""DynamoDB table is encrypted with a key that AWS owns.

DynamoDB encrypts every table, but with nothing said it takes a key that belongs to AWS alone: its use is in no log of
yours, and no policy of yours limits it.

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
    enabled = false # the default
  }
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
    enabled = true # the default
  }
}
```
## Fix
Unsafe: who reads the table needs permission for the key from then on.
## See
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

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
        "AWS-0121",
        "aws-sam-enable-table-encryption",
        "AVD-AWS-0121",
        "4bd21e68-38c1-4d58-acdc-6a14b203237f",
        "ce089fd4-1406-47bd-8aad-c259772bb294",
        "AC_AWS_0457",
        "AWS.ADT.DP.MEDIUM.0025",
        "b6a7e0ae-aed8-4a19-a993-a95760bf8836",
    ),
    default=False,
)


@rule.on("aws_dynamodb_table")
def check(table: Resource) -> Iterator[Finding]:
    message = "{resource} is encrypted with a key that AWS owns"
    yield from rule.expect(table, "server_side_encryption.enabled", True, message=message)
