r"""Athena workgroup writes query results unencrypted.

A result is a copy of the data it was asked from, and lies in a bucket that many more may read. Set at the workgroup,
encryption holds for everybody who asks in it.

## Bad
```terraform
resource "aws_athena_workgroup" "sales" {
  name = "sales"

  configuration {
    result_configuration {
      output_location = "s3://example-results/" # shared
    }
  }
}
```
## Good
```terraform
resource "aws_athena_workgroup" "sales" {
  name = "sales"

  configuration {
    result_configuration {
      output_location = "s3://example-results/" # shared

      encryption_configuration {
        encryption_option = "SSE_S3"
      }
    }
  }
}
```
## See
https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N",
    fixes=SAFE,
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
        "CKV_AWS_159",
        "AWS-0006",
        "aws-athena-enable-at-rest-encryption",
        "AVD-AWS-0006",
        "d364984a-a222-4b5f-a8b0-e23ab19ebff3",
    ),
)


@rule.on("aws_athena_workgroup")
def check(workgroup: Resource) -> Iterator[Finding]:
    result = workgroup["configuration.result_configuration"]
    # Results that Athena keeps itself are always encrypted.
    if workgroup["configuration.managed_query_results_configuration.enabled"].equals(True):
        return
    option = result["encryption_configuration.encryption_option"]
    if option.absent:
        yield rule.found(option, f"{workgroup} does not encrypt query results", fix=option.set("SSE_S3"))
