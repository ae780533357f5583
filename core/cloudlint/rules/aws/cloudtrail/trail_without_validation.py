r"""CloudTrail logs can be changed without anybody noticing.

Whoever breaks in tidies up afterwards. With validation CloudTrail signs a digest of its files every hour, so that a
deleted or edited one shows.

## Bad
```terraform
resource "aws_cloudtrail" "audit" {
  name                       = "audit"
  s3_bucket_name             = "example-trail"
  enable_log_file_validation = false # later
}
```
## Good
```terraform
resource "aws_cloudtrail" "audit" {
  name                       = "audit"
  s3_bucket_name             = "example-trail"
  enable_log_file_validation = true # later
}
```
## Bad
```cloudformation
Resources:
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: example-trail
```
## Good
```cloudformation
Resources:
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: example-trail
      EnableLogFileValidation: true
```
## See
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:L/A:N",
    fixes=SAFE,
    standards={
        "cis-aws-3.0": ("3.2",),
        "pci-dss-4.0": ("10.2.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("AU-2", "AU-12"),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.15",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.06",),
    },
    aliases=(
        "CKV_AWS_36",
        "AWS-0016",
        "aws-cloudtrail-enable-log-validation",
        "AVD-AWS-0016",
        "4d8681a2-3d30-4c89-8070-08acd142748e",
        "2a3560fe-52ca-4443-b34f-bf0ed5eb74c8",
        "52ffcfa6-6c70-4ea6-8376-d828d3961669",
        "AC_AWS_0446",
    ),
)


@rule.on("aws_cloudtrail")
def check(trail: Resource) -> Iterator[Finding]:
    yield from rule.expect(trail, "enable_log_file_validation", True, message="{resource} does not sign its logs")
