r"""Athena database writes query results unencrypted.

A result is a copy of the data it was asked from, and lies in a bucket that many more may read. Without this setting
Athena leaves its encryption to the bucket.

## Bad
```terraform
resource "aws_athena_database" "sales" {
  name   = "sales"
  bucket = "example-results" # shared
}
```
## Good
```terraform
resource "aws_athena_database" "sales" {
  name   = "sales"
  bucket = "example-results" # shared

  encryption_configuration {
    encryption_option = "SSE_S3"
  }
}
```
## Fix
Unsafe: the database is replaced, and its table definitions are lost with it.
## See
https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html
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
        "CKV_AWS_77",
        "AWS-0006",
        "aws-athena-enable-at-rest-encryption",
        "AVD-AWS-0006",
        "b2315cae-b110-4426-81e0-80bb8640cdd3",
        "AC_AWS_0443",
    ),
)


@rule.on("aws_athena_database")
def check(database: Resource) -> Iterator[Finding]:
    option = database["encryption_configuration.encryption_option"]
    if option.absent:
        yield rule.found(option, f"{database} does not encrypt query results", fix=option.set("SSE_S3"))
