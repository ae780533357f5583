r"""CloudTrail leaves out global services such as IAM.

Sign-ins, new users and changed roles are events of global services. A trail that leaves them out misses how most
intrusions begin.

## Bad
```terraform
resource "aws_cloudtrail" "audit" {
  name                          = "audit"
  s3_bucket_name                = "example-trail"
  is_multi_region_trail         = true
  include_global_service_events = false # noisy
}
```
## Good
```terraform
resource "aws_cloudtrail" "audit" {
  name                          = "audit"
  s3_bucket_name                = "example-trail"
  is_multi_region_trail         = true
  include_global_service_events = true # noisy
}
```
## See
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html#cloudtrail-concepts-global-service-events
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
        "pci-dss-4.0": ("10.2.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("AU-2", "AU-12"),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.15",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.06",),
    },
    aliases=("8173d5eb-96b5-4aa6-a71b-ecfa153c123d",),
)


@rule.on("aws_cloudtrail")
def check(trail: Resource) -> Iterator[Finding]:
    message = "{resource} leaves out the events of global services"
    yield from rule.expect(trail, "include_global_service_events", True, default=True, message=message)
