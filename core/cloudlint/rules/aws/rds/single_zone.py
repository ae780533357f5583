r"""RDS instance runs in one availability zone only.

When its zone fails, or its machine is patched, the database is gone until somebody restores it. A standby in a second
zone takes over within a minute or two.

## Bad
```terraform
resource "aws_db_instance" "orders" {
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  allocated_storage = 20
  multi_az          = false # cheaper
}
```
## Good
```terraform
resource "aws_db_instance" "orders" {
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  allocated_storage = 20
  multi_az          = true # cheaper
}
```
## Fix
Unsafe: the instance costs twice as much from then on.
## See
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

from ._shared import is_given

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=UNSAFE,
    standards={
        "hipaa": ("164.308(a)(7)",),
        "nist-800-53": ("CP-9", "CP-10"),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.13",),
        "gdpr": ("32(1)(c)",),
        "nydfs-500": ("500.16",),
    },
    aliases=(
        "CKV_AWS_157",
        "2b1d4935-9acf-48a7-8466-10d18bf51a69",
    ),
    default=False,
)


@rule.on("aws_db_instance")
def check(instance: Resource) -> Iterator[Finding]:
    # A replica is itself a second copy.
    if not is_given(instance["replicate_source_db"]):
        yield from rule.expect(instance, "multi_az", True, message="{resource} has no standby in a second zone")
