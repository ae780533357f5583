r"""S3 bucket has a public ACL that its public access block contradicts.

One of the two is a mistake. As long as the block stands the ACL does nothing, but whoever removes the block later
publishes the bucket without noticing.

## Bad
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_acl" "reports" {
  bucket = aws_s3_bucket.reports.id
  acl    = "public-read" # as it was
}

resource "aws_s3_bucket_public_access_block" "reports" {
  bucket                  = aws_s3_bucket.reports.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
```
## Good
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_acl" "reports" {
  bucket = aws_s3_bucket.reports.id
  acl    = "private" # as it was
}

resource "aws_s3_bucket_public_access_block" "reports" {
  bucket                  = aws_s3_bucket.reports.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
```
## Fix
Unsafe: should the block not be in force yet, readers without credentials are refused from then on.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

from ._shared import ACCESS_BLOCK, bucket_of

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "nist-800-53": ("CM-2", "CM-6"),
        "soc-2": ("CC7.1",),
        "iso-27001": ("A.8.9",),
    },
    aliases=(
        "bf878b1a-7418-4de3-b13c-3a86cf894920",
        "AC_AWS_0496",
    ),
    default=False,
)

PUBLIC = ("public-read", "public-read-write")


@rule.on("aws_s3_bucket", "aws_s3_bucket_acl")
def check(holder: Resource) -> Iterator[Finding]:
    acl, bucket = holder["acl"], bucket_of(holder)
    if acl.one_of(PUBLIC) and any(_blocks(block) for block in bucket.linked(ACCESS_BLOCK, "bucket")):
        message = f"ACL `{acl.said}` contradicts the public access block of {bucket}"
        yield rule.found(acl, message, fix=acl.set("private"), about=bucket)


def _blocks(block: Resource) -> bool:
    return block["block_public_acls"].equals(True) or block["ignore_public_acls"].equals(True)
