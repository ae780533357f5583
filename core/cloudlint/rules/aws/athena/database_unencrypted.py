r"""Athena database asks for no encryption of its results.

What queries write for this database is encrypted only as the bucket happens to be. Results hold the data itself,
often joined from sources that are protected better.

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
Unsafe: the database is replaced; its tables have to be defined again.
## See
https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
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
        "AWS.ADB.DP.MEDIUM.016",
    ),
)


@rule.on("aws_athena_database")
def check(database: Resource) -> Iterator[Finding]:
    encryption = database["encryption_configuration"]
    if encryption.absent:
        fix = encryption.set_all({"encryption_option": "SSE_S3"})
        yield rule.found(encryption, f"{database} asks for no encryption of its results", fix=fix)
