r"""Replica of a DynamoDB table cannot be restored to a point in time.

Replicas do not take the setting over from the table. A mistake travels to all of them within a second, and when the
first region is gone, so is what could have been restored.

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

  stream_enabled   = true
  stream_view_type = "NEW_AND_OLD_IMAGES"

  replica {
    region_name            = "eu-central-1"
    point_in_time_recovery = false # too dear?
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

  stream_enabled   = true
  stream_view_type = "NEW_AND_OLD_IMAGES"

  replica {
    region_name            = "eu-central-1"
    point_in_time_recovery = true # too dear?
  }
}
```
## See
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:N/A:H",
    fixes=SAFE,
    standards={
        "hipaa": ("164.308(a)(7)",),
        "nist-800-53": ("CP-9", "CP-10"),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.13",),
        "gdpr": ("32(1)(c)",),
        "nydfs-500": ("500.16",),
    },
    aliases=("CKV_AWS_165",),
)


@rule.on("aws_dynamodb_table")
def inline(table: Resource) -> Iterator[Finding]:
    for replica in table.blocks("replica"):
        recovery = replica["point_in_time_recovery"]
        if recovery.absent or recovery.flag is False:
            region = replica["region_name"].text or "another region"
            message = f"The replica of {table} in {region} cannot be restored to a point in time"
            yield rule.found(recovery, message, fix=recovery.set(True))


@rule.on("aws_dynamodb_table_replica")
def alone(replica: Resource) -> Iterator[Finding]:
    message = "{resource} cannot be restored to a point in time"
    yield from rule.expect(replica, "point_in_time_recovery", True, message=message)
