r"""S3 bucket name does not work as a host name with TLS.

S3 answers at `name.s3.amazonaws.com` with a certificate for one label before the dot. A name with dots fails its
check, so that people switch the check off; transfer acceleration refuses such names altogether.

## Bad
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "reports.example"
}
```
## Good
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "reports-example"
}
```
## Fix
A bucket cannot be renamed; a new name means a new bucket.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.patterns import pattern
from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("4.2.1",),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-8", "SC-8(1)"),
        "soc-2": ("CC6.7",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "AWS-0320",
        "aws-s3-dns-compliant-name",
        "AVD-AWS-0320",
    ),
    default=False,
)

FIT = pattern(r"[a-z0-9][a-z0-9-]{1,61}[a-z0-9]")


@rule.on("aws_s3_bucket")
def check(bucket: Resource) -> Iterator[Finding]:
    name = bucket["bucket"]
    if name.text is not None and not FIT.fullmatch(name.text):
        yield rule.found(name, f"`{name.text}` does not work as a host name with TLS")
