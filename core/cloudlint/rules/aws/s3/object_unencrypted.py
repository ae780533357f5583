r"""S3 object does not say how it is encrypted.

S3 encrypts each new object by the bucket's default, which is encryption with a key of S3 where nothing else is set.
Saying so at the object matters only where auditors ask for it or buckets are older than that default.

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
  bucket                 = "example-reports"
  key                    = "motd.txt"
  content                = "Hello" # shown at login
  server_side_encryption = "AES256"
}
```
## Fix
Unsafe: a bucket that encrypts with a KMS key by default does no longer do so for this object.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/serv-side-encryption.html
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
        "5fb49a69-8d46-4495-a2f8-9c8c622b2b6e",
        "AC_AWS_0498",
    ),
    default=False,
)


@rule.on("aws_s3_object", "aws_s3_bucket_object")
def check(thing: Resource) -> Iterator[Finding]:
    encryption = thing["server_side_encryption"]
    if encryption.absent and thing["kms_key_id"].absent:
        yield rule.found(encryption, f"{thing} does not say how it is encrypted", fix=encryption.set("AES256"))
