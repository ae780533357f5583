r"""Athena workgroup lets clients override its settings.

The workgroup says where results go and how they are encrypted, but a client that sends its own settings wins, and can
write the results unencrypted to any bucket.

## Bad
```terraform
resource "aws_athena_workgroup" "sales" {
  name = "sales"

  configuration {
    enforce_workgroup_configuration = false # old driver

    result_configuration {
      output_location = "s3://example-results/"

      encryption_configuration {
        encryption_option = "SSE_S3"
      }
    }
  }
}
```
## Good
```terraform
resource "aws_athena_workgroup" "sales" {
  name = "sales"

  configuration {
    enforce_workgroup_configuration = true # old driver

    result_configuration {
      output_location = "s3://example-results/"

      encryption_configuration {
        encryption_option = "SSE_S3"
      }
    }
  }
}
```
## Fix
Unsafe: clients that choose a place of their own for results find them in that of the workgroup.
## See
https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N",
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
    for enforced in workgroup.each("configuration.enforce_workgroup_configuration"):
        if enforced.equals(False):
            message = f"{workgroup} lets clients override its settings"
            yield rule.found(enforced, message, fix=enforced.set(True))
