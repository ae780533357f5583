r"""Neptune cluster asks nobody who they are.

Neptune has no users and passwords of its own: without IAM authentication whoever reaches the port reads and changes
the whole graph.

## Bad
```terraform
resource "aws_neptune_cluster" "people" {
  cluster_identifier                  = "people"
  iam_database_authentication_enabled = false # later
}
```
## Good
```terraform
resource "aws_neptune_cluster" "people" {
  cluster_identifier                  = "people"
  iam_database_authentication_enabled = true # later
}
```
## Fix
Unsafe: clients that do not sign their requests are refused.
## See
https://docs.aws.amazon.com/neptune/latest/userguide/iam-auth.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:A/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("8.3.2", "8.6.2"),
        "hipaa": ("164.312(d)",),
        "nist-800-53": ("IA-5",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV_AWS_359",
        "a3aa0087-8228-4e7e-b202-dc9036972d02",
        "c91d7ea0-d4d1-403b-8fe1-c9961ac082c5",
    ),
)


@rule.on("aws_neptune_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    yield from rule.expect(
        cluster, "iam_database_authentication_enabled", True, message="{resource} asks nobody who they are"
    )
