r"""Athena workgroup asks for no encryption of its results.

What the queries of the workgroup write is encrypted only as the bucket happens to be. Results hold the data itself,
often joined from sources that are protected better.

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

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
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
    encryption = workgroup["configuration.result_configuration.encryption_configuration"]
    if encryption.absent:
        fix = encryption.set_all({"encryption_option": "SSE_S3"})
        yield rule.found(encryption, f"{workgroup} asks for no encryption of its results", fix=fix)
