r"""CloudTrail writes its logs into a public bucket.

The logs list users, roles, addresses and every resource of the account: a map for whoever plans to break in. They
belong in a bucket that only auditors can read.

## Bad
```terraform
resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = aws_s3_bucket.trail.id
}

resource "aws_s3_bucket" "trail" {
  bucket = "example-trail"
}

resource "aws_s3_bucket_acl" "trail" {
  bucket = aws_s3_bucket.trail.id
  acl    = "public-read" # for the auditors
}
```
## Good
```terraform
resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = aws_s3_bucket.trail.id
}

resource "aws_s3_bucket" "trail" {
  bucket = "example-trail"
}

resource "aws_s3_bucket_acl" "trail" {
  bucket = aws_s3_bucket.trail.id
  acl    = "private" # for the auditors
}
```
## Fix
Unsafe: readers without credentials are refused from then on.
## See
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-set-bucket-policy-for-multiple-accounts.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule

from ._shared import log_bucket

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("7.2.1",),
        "hipaa": ("164.312(a)(1)",),
        "nist-800-53": ("AC-3", "AC-6"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.3",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "AWS-0161",
        "aws-cloudtrail-no-public-log-access",
        "AVD-AWS-0161",
        "bd0088a5-c133-4b20-b129-ec9968b16ef3",
    ),
)

OPEN = ("public-read", "public-read-write", "authenticated-read", "website")


@rule.on("aws_cloudtrail")
def check(trail: Resource) -> Iterator[Finding]:
    bucket = log_bucket(trail)
    if bucket is None:
        return
    for holder in (bucket, *bucket.linked("aws_s3_bucket_acl", "bucket")):
        acl = holder["acl"]
        if acl.one_of(OPEN):
            message = f"The logs of {trail} lie in {bucket} with the ACL `{acl.said}`"
            yield rule.found(acl, message, fix=acl.set("private"), about=bucket)
