r"""S3 bucket still works with ACLs.

With ACLs every object can have permissions of its own, and whoever uploads an object owns it. Nobody oversees that.
With `BucketOwnerEnforced` ACLs are out of force and policies alone decide.

## Bad
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_ownership_controls" "reports" {
  bucket = aws_s3_bucket.reports.id

  rule {
    object_ownership = "BucketOwnerPreferred" # as before 2023
  }
}
```
## Good
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_ownership_controls" "reports" {
  bucket = aws_s3_bucket.reports.id

  rule {
    object_ownership = "BucketOwnerEnforced" # as before 2023
  }
}
```
## Bad
```cloudformation
Resources:
  Reports:
    Type: AWS::S3::Bucket
    Properties:
      OwnershipControls:
        Rules:
          - ObjectOwnership: ObjectWriter # as it always was
```
## Good
```cloudformation
Resources:
  Reports:
    Type: AWS::S3::Bucket
    Properties:
      OwnershipControls:
        Rules:
          - ObjectOwnership: BucketOwnerEnforced # as it always was
```
## Fix
Unsafe: whoever reads or writes through an ACL is refused from then on, and uploads that set an ACL fail.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

from ._shared import bucket_of

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV2_AWS_65",),
)

WITH_ACLS = ("BucketOwnerPreferred", "ObjectWriter")


@rule.on("aws_s3_bucket_ownership_controls")
def check(controls: Resource) -> Iterator[Finding]:
    for ownership in controls.each("rule.object_ownership"):
        if ownership.one_of(WITH_ACLS):
            message = f"`{ownership.text}` leaves ACLs in force on {bucket_of(controls)}"
            yield rule.found(ownership, message, fix=ownership.set("BucketOwnerEnforced"))
