r"""DynamoDB table with provisioned capacity does not scale.

With a fixed capacity, requests beyond it are refused: a campaign, or somebody who sends many requests on purpose,
stops the application. Scaling follows the load up to the limit you set.

## Bad
```terraform
resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  hash_key     = "id"
  billing_mode = "PROVISIONED"

  attribute {
    name = "id"
    type = "S"
  }

  write_capacity = 5
  read_capacity  = 10 # enough so far
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
  # enough so far
}
```
## Fix
How far it may scale, and so what it may cost, is for people to decide.
## See
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "hipaa": ("164.308(a)(7)",),
        "nist-800-53": ("CP-9", "CP-10"),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.13",),
        "gdpr": ("32(1)(c)",),
        "nydfs-500": ("500.16",),
    },
    aliases=("CKV2_AWS_16",),
    default=False,
)


@rule.on("aws_dynamodb_table")
def check(table: Resource) -> Iterator[Finding]:
    mode = table["billing_mode"]
    if mode.equals("PAY_PER_REQUEST") or mode.unknown:
        return
    targets = [target for target in table.graph.of("aws_appautoscaling_target") if _is_about(target, table)]
    policies = table.graph.of("aws_appautoscaling_policy")
    if not any(_is_about(policy, target) or _is_about(policy, table) for policy in policies for target in targets):
        yield rule.found(table, f"The capacity of {table} does not follow its load")


def _is_about(scaling: Resource, thing: Resource) -> bool:
    """Is the target or policy about this table or target? One that is not known may be, and counts."""
    scaled = scaling["resource_id"]
    if scaled.refers:  # names may be the same in two regions
        return thing in scaled.refers
    named = thing["resource_id"] if thing.kind == "aws_appautoscaling_target" else thing["name"]
    if scaled.text is None or named.text is None:
        return True
    return scaled.text in (named.text, f"table/{named.text}")
