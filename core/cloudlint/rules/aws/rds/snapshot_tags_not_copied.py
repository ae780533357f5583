r"""RDS instance does not copy its tags to snapshots.

Tags say who owns data, how secret it is and when it may be deleted; access rules and clean-up jobs go by them. A
snapshot without tags is outside all of that.

## Bad
```terraform
resource "aws_db_instance" "orders" {
  engine                = "postgres"
  instance_class        = "db.t4g.medium"
  allocated_storage     = 20
  copy_tags_to_snapshot = false # why would it
}
```
## Good
```terraform
resource "aws_db_instance" "orders" {
  engine                = "postgres"
  instance_class        = "db.t4g.medium"
  allocated_storage     = 20
  copy_tags_to_snapshot = true # why would it
}
```
## See
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Tagging.CopyTags.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    fixes=SAFE,
    standards={
        "hipaa": ("164.308(a)(7)",),
        "nist-800-53": ("CP-9", "CP-10"),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.13",),
        "gdpr": ("32(1)(c)",),
        "nydfs-500": ("500.16",),
    },
    aliases=("CKV2_AWS_60",),
    default=False,
)


@rule.on("aws_db_instance")
def check(instance: Resource) -> Iterator[Finding]:
    yield from rule.expect(
        instance, "copy_tags_to_snapshot", True, message="{resource} does not copy its tags to snapshots"
    )
