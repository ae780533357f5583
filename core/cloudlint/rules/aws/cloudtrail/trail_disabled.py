r"""CloudTrail is switched off.

The trail exists, but records nothing. Switching it off is what intruders do first, so it should not be off in the
code.

## Bad
```terraform
resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = "example-trail"
  enable_logging = false # saves money
}
```
## Good
```terraform
resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = "example-trail"
  enable_logging = true # saves money
}
```
## See
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-turning-off-logging.html
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
        "CKV_AWS_251",
        "d4a73c49-cbaa-4c6f-80ee-d6ef5a3a26f5",
        "5c0b06d5-b7a4-484c-aeb0-75a836269ff0",
        "4bb76f17-3d63-4529-bdca-2b454529d774",
    ),
)


@rule.on("aws_cloudtrail")
def check(trail: Resource) -> Iterator[Finding]:
    yield from rule.expect(trail, "enable_logging", True, default=True, message="{resource} does not record anything")
