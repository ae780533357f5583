r"""S3 bucket policy lets any principal restore objects.

Restoring brings archived objects back where they can be read, and every restore costs. Where the principal is `*`,
only the conditions of the statement decide who does it.

## Bad
```terraform
resource "aws_s3_bucket" "archive" {
  bucket = "example-archive"
}

resource "aws_s3_bucket_policy" "archive" {
  bucket = aws_s3_bucket.archive.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:RestoreObject"
      Resource  = "${aws_s3_bucket.archive.arn}/*"
    }]
  })
}
```
## Good
```terraform
resource "aws_s3_bucket" "archive" {
  bucket = "example-archive"
}

resource "aws_s3_bucket_policy" "archive" {
  bucket = aws_s3_bucket.archive.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/archivist" }
      Action    = "s3:RestoreObject"
      Resource  = "${aws_s3_bucket.archive.arn}/*"
    }]
  })
}
```
## Bad
```cloudformation
Resources:
  ArchivePolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: example-archive
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: s3:RestoreObject
            Resource: arn:aws:s3:::example-archive/*
```
## Good
```cloudformation
Resources:
  ArchivePolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: example-archive
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              AWS: arn:aws:iam::111122223333:role/archivist
            Action: s3:RestoreObject
            Resource: arn:aws:s3:::example-archive/*
```
## Fix
Who is to restore objects only the author knows.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.iam_policy import open_principals

from ._shared import bucket_of, granted, statements

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N",
    standards={
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("456b00a3-1072-4149-9740-6b8bb60251b0",),
    default=False,
)


@rule.on("aws_s3_bucket", "aws_s3_bucket_policy")
def check(holder: Resource) -> Iterator[Finding]:
    for _, statement in statements(holder):
        action = granted(statement, "RestoreObject")
        if action is not None and open_principals(statement):
            bucket = bucket_of(holder)
            yield rule.found(action, f"The policy of {bucket} lets any principal restore objects", about=bucket)
