r"""S3 bucket ACL lets every AWS account in.

The group of authenticated users is not your company: it is everyone who has an AWS account, and an account costs
nothing. A bucket that trusts this group is as good as public.

## Bad
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_acl" "reports" {
  bucket = aws_s3_bucket.reports.id
  acl    = "authenticated-read" # for the partners
}
```
## Good
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_acl" "reports" {
  bucket = aws_s3_bucket.reports.id
  acl    = "private" # for the partners
}
```
## Fix
Unsafe: readers from accounts that no other permission names are refused from then on.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule

from ._shared import AUTHENTICATED, bucket_of, grants

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
        "CKV2_AWS_43",
        "CKV_AWS_20",
        "AWS-0092",
        "aws-s3-no-public-access-with-acl",
        "AVD-AWS-0092",
        "75480b31-f349-4b9a-861f-bce19588e674",
        "835d5497-a526-4aea-a23f-98a9afd1635f",
        "57b9893d-33b1-4419-bcea-a717ea87e139",
        "d4e5f6g7-h8i9-0jkl-1234-mn567opq8901",
        "AC_AWS_0215",
        "AC_AWS_0211",
    ),
)


@rule.on("aws_s3_bucket", "aws_s3_bucket_acl")
def canned(holder: Resource) -> Iterator[Finding]:
    acl = holder["acl"]
    if acl.equals("authenticated-read"):
        bucket = bucket_of(holder)
        message = f"ACL `authenticated-read` opens {bucket} to every AWS account"
        yield rule.found(acl, message, fix=acl.set("private"), about=bucket)


@rule.on("aws_s3_bucket", "aws_s3_bucket_acl")
def granted(holder: Resource) -> Iterator[Finding]:
    for grant, group, _ in grants(holder):
        if group.equals(AUTHENTICATED):
            bucket = bucket_of(holder)
            message = f"A grant to the group AuthenticatedUsers opens {bucket} to every AWS account"
            yield rule.found(group, message, fix=grant.remove(), about=bucket)
