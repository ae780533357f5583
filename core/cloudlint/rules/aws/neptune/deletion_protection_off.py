r"""Neptune cluster can be deleted by one call.

Without deletion protection a mistyped command, a careless `terraform destroy` or a stolen key takes the whole
database away. With it, deleting takes two deliberate steps.

## Bad
```terraform
resource "aws_neptune_cluster" "people" {
  cluster_identifier  = "people"
  deletion_protection = false # so that tests can clean up
}
```
## Good
```terraform
resource "aws_neptune_cluster" "people" {
  cluster_identifier  = "people"
  deletion_protection = true # so that tests can clean up
}
```
## See
https://docs.aws.amazon.com/neptune/latest/userguide/manage-console-instances-delete.html
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
    aliases=("CKV2_AWS_58",),
)


@rule.on("aws_neptune_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    yield from rule.expect(cluster, "deletion_protection", True, message="{resource} can be deleted by one call")
