r"""S3 bucket ACL lets anyone read or write.

An ACL that grants rights to everyone hands the objects of the bucket to whoever guesses or finds its name, and
scanners try names all day. With the right to write, strangers can also plant files that others then trust.

## Bad
```terraform
resource "aws_s3_bucket" "site" {
  bucket = "example-site"
}

resource "aws_s3_bucket_acl" "site" {
  bucket = aws_s3_bucket.site.id
  acl    = "public-read" # old website
}
```
## Good
```terraform
resource "aws_s3_bucket" "site" {
  bucket = "example-site"
}

resource "aws_s3_bucket_acl" "site" {
  bucket = aws_s3_bucket.site.id
  acl    = "private" # old website
}
```
## Bad
```cloudformation
Resources:
  Site:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: PublicRead # old website
```
## Good
```cloudformation
Resources:
  Site:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: Private # old website
```
## Fix
Unsafe: readers without credentials are refused from then on.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule

from ._shared import EVERYONE, bucket_of, grants

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
        "CKV_AWS_20",
        "CKV_AWS_57",
        "AWS-0092",
        "aws-s3-no-public-access-with-acl",
        "AVD-AWS-0092",
        "a1ef9d2e-4163-40cb-bd92-04f0d602a15d",
        "219f4c95-aa50-44e0-97de-cf71f4641170",
        "c3e073c1-f65e-4d18-bd67-4a8f20ad1ab9",
        "07dda8de-d90d-469e-9b37-1aca53526ced",
        "38c5ee0d-7f22-4260-ab72-5073048df100",
        "AC_AWS_0210",
        "AC_AWS_0212",
        "AC_AWS_0213",
    ),
)

# `website` is an ACL that S3 never had; whoever writes it wants the world to read.
PUBLIC = ("public-read", "public-read-write", "website")


@rule.on("aws_s3_bucket", "aws_s3_bucket_acl")
def canned(holder: Resource) -> Iterator[Finding]:
    acl = holder["acl"]
    if acl.one_of(PUBLIC):
        bucket = bucket_of(holder)
        yield rule.found(acl, f"ACL `{acl.said}` opens {bucket} to everyone", fix=acl.set("private"), about=bucket)


@rule.on("aws_s3_bucket", "aws_s3_bucket_acl")
def granted(holder: Resource) -> Iterator[Finding]:
    for grant, group, _ in grants(holder):
        if group.equals(EVERYONE):
            bucket = bucket_of(holder)
            message = f"A grant to the group AllUsers opens {bucket} to everyone"
            yield rule.found(group, message, fix=grant.remove(), about=bucket)
