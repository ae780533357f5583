r"""S3 object is not encrypted with a key of your own.

Without a key of your own, whoever may read the object also decrypts it, and the key can neither be revoked nor its
use be limited. Regulated data usually asks for one.

## Bad
```terraform
resource "aws_s3_object" "motd" {
  bucket  = "example-reports"
  key     = "motd.txt"
  content = "Hello" # shown at login
}
```
## Good
```terraform
resource "aws_s3_object" "motd" {
  bucket     = "example-reports"
  key        = "motd.txt"
  content    = "Hello" # shown at login
  kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}
```
## Fix
Which key, and who may use it, is for people to decide.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
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
        "CKV_AWS_181",
        "CKV_AWS_186",
    ),
    default=False,
)


@rule.on("aws_s3_object", "aws_s3_bucket_object", "aws_s3_object_copy")
def check(thing: Resource) -> Iterator[Finding]:
    key = thing["kms_key_id"]
    if key.absent:
        yield rule.found(key, f"{thing} is encrypted with a key that AWS manages")
