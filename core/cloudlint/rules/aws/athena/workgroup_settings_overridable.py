r"""Athena workgroup lets clients choose other settings.

Encryption, place of results and limits of a workgroup hold only where it enforces them. Otherwise each client decides
for itself, and results land unencrypted in any bucket.

## Bad
```terraform
resource "aws_athena_workgroup" "sales" {
  name = "sales"

  configuration {
    enforce_workgroup_configuration = false # for the notebooks
  }
}
```
## Good
```terraform
resource "aws_athena_workgroup" "sales" {
  name = "sales"

  configuration {
    enforce_workgroup_configuration = true # for the notebooks
  }
}
```
## Fix
Unsafe: clients that name a place for their results are overruled.
## See
https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
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
        "CKV_AWS_82",
        "AWS-0007",
        "aws-athena-no-encryption-override",
        "AVD-AWS-0007",
    ),
)


@rule.on("aws_athena_workgroup")
def check(workgroup: Resource) -> Iterator[Finding]:
    path = "configuration.enforce_workgroup_configuration"
    yield from rule.expect(workgroup, path, True, default=True, message="{resource} lets clients choose other settings")
