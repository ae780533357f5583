r"""S3 bucket has rules for object lock, but does not switch it on.

Object lock keeps versions from being deleted, by anybody, until a date. The rules of it that stand here do nothing
while the lock itself is off, and whoever reads the code believes in a protection that is not there.

## Bad
```terraform
resource "aws_s3_bucket" "ledger" {
  bucket = "example-ledger"

  object_lock_configuration {
    rule {
      default_retention {
        mode = "COMPLIANCE"
        days = 365
      }
    }
  }
}
```
## Good
```terraform
resource "aws_s3_bucket" "ledger" {
  bucket = "example-ledger"

  object_lock_configuration {
    object_lock_enabled = "Enabled"

    rule {
      default_retention {
        mode = "COMPLIANCE"
        days = 365
      }
    }
  }
}
```
## Fix
Unsafe: Terraform replaces a bucket that exists already, and its objects are lost; AWS can switch object lock on in
place, outside of Terraform.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:L/A:N",
    fixes=UNSAFE,
    standards={
        "hipaa": ("164.308(a)(7)",),
        "nist-800-53": ("CP-9", "CP-10"),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.13",),
        "gdpr": ("32(1)(c)",),
        "nydfs-500": ("500.16",),
    },
    aliases=("CKV_AWS_143",),
)


@rule.on("aws_s3_bucket")
def check(bucket: Resource) -> Iterator[Finding]:
    for lock in bucket.blocks("object_lock_configuration"):
        enabled = lock["object_lock_enabled"]
        if enabled.absent or (enabled.text is not None and not enabled.equals("Enabled")):
            message = f"{bucket} has rules for object lock, which is off"
            yield rule.found(enabled, message, fix=enabled.set("Enabled"))
