r"""CloudTrail records one region only.

Whoever has stolen credentials works where nobody looks: in regions that the team never uses. A trail for all regions
costs the same and sees them.

## Bad
```terraform
resource "aws_cloudtrail" "audit" {
  name                  = "audit"
  s3_bucket_name        = "example-trail"
  is_multi_region_trail = false # we are in Ireland
}
```
## Good
```terraform
resource "aws_cloudtrail" "audit" {
  name                  = "audit"
  s3_bucket_name        = "example-trail"
  is_multi_region_trail = true # we are in Ireland
}
```
## Bad
```cloudformation
Resources:
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      IsMultiRegionTrail: false # one region is enough
      S3BucketName: example-trail
```
## Good
```cloudformation
Resources:
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      IsMultiRegionTrail: true # one region is enough
      S3BucketName: example-trail
```
## See
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:H/A:N",
    fixes=SAFE,
    standards={
        "cis-aws-3.0": ("3.1",),
        "pci-dss-4.0": ("10.2.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("AU-2", "AU-12"),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.15",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.06",),
    },
    aliases=(
        "CKV_AWS_67",
        "AWS-0014",
        "aws-cloudtrail-enable-all-regions",
        "AVD-AWS-0014",
        "6ad087d7-a509-4b20-b853-9ef6f5ebaa98",
        "058ac855-989f-4378-ba4d-52d004020da7",
        "8173d5eb-96b5-4aa6-a71b-ecfa153c123d",
        "AC_AWS_0448",
        "AC_AWS_0034",
    ),
)


@rule.on("aws_cloudtrail")
def check(trail: Resource) -> Iterator[Finding]:
    yield from rule.expect(trail, "is_multi_region_trail", True, message="{resource} records one region only")
