r"""Neptune instance gets a public address.

A graph database with a public address is one security group rule away from the whole internet, and where IAM
authentication is off it asks nobody for a password.

## Bad
```terraform
resource "aws_neptune_cluster_instance" "people" {
  cluster_identifier  = "people"
  instance_class      = "db.r6g.large"
  publicly_accessible = true # for the notebook
}
```
## Good
```terraform
resource "aws_neptune_cluster_instance" "people" {
  cluster_identifier  = "people"
  instance_class      = "db.r6g.large"
  publicly_accessible = false # for the notebook
}
```
## Fix
Unsafe: who reaches the database from outside its network is cut off.
## See
https://docs.aws.amazon.com/neptune/latest/userguide/neptune-public-endpoints.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-7",),
        "soc-2": ("CC6.6",),
        "iso-27001": ("A.8.20",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV_AWS_102",
        "9ba198e0-fef4-464a-8a4d-75ea55300de7",
    ),
)


@rule.on("aws_neptune_cluster_instance")
def check(instance: Resource) -> Iterator[Finding]:
    yield from rule.expect(
        instance, "publicly_accessible", False, default=False, message="{resource} gets a public address"
    )
