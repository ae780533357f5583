r"""S3 bucket has no policy.

Without a policy only the permissions of the callers decide: nothing demands TLS or keeps out what other accounts'
administrators or overly wide roles may do.

## Bad
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}
```
## Good
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_policy" "reports" {
  bucket = aws_s3_bucket.reports.id
  policy = var.policy
}

variable "policy" {
  type = string
}
```
## Bad
```cloudformation
Resources:
  Reports:
    Type: AWS::S3::Bucket
```
## Good
```cloudformation
Resources:
  Reports:
    Type: AWS::S3::Bucket
  ReportsPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Reports
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Deny
            Principal: "*"
            Action: s3:*
            Resource: !Sub "${Reports.Arn}/*"
            Condition:
              Bool:
                aws:SecureTransport: false
```
## Fix
What the policy is to say only the author knows.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import has_companion

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("37fa8188-738b-42c8-bf82-6334ea567738",),
    default=False,
)


@rule.on("aws_s3_bucket")
def check(bucket: Resource) -> Iterator[Finding]:
    if bucket["policy"].absent and not has_companion(bucket, "aws_s3_bucket_policy"):
        yield rule.found(bucket, f"{bucket} has no policy")
