r"""CloudTrail does not record changes to objects in S3.

Without data events a trail knows that a bucket was created, but not that its objects were overwritten or deleted.
They cost money by the event, so this rule runs only when asked for.

## Bad
```terraform
resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = "example-trail"

  event_selector {
    read_write_type = "ReadOnly"

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}
```
## Good
```terraform
resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = "example-trail"

  event_selector {
    read_write_type = "All"

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}
```
## Fix
Data events cost money, and which buckets are worth it is for people to decide.
## See
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import lacks_object_events

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "cis-aws-3.0": ("3.8",),
        "pci-dss-4.0": ("10.2.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("AU-2", "AU-12"),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.15",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.06",),
    },
    aliases=(
        "AWS-0171",
        "aws-s3-enable-object-write-logging",
        "AVD-AWS-0171",
        "a8fc2180-b3ac-4c93-bd0d-a55b974e4b07",
    ),
    default=False,
)


@rule.on("aws_cloudtrail")
def check(trail: Resource) -> Iterator[Finding]:
    if lacks_object_events(trail, "WriteOnly"):
        selector = next(iter(trail.blocks("event_selector")), trail)
        yield rule.found(selector, f"{trail} does not record changes to objects in S3")


@rule.on("aws_s3_bucket")
def untrailed(bucket: Resource) -> Iterator[Finding]:
    if not bucket.graph.of("aws_cloudtrail"):
        yield rule.found(bucket, f"No trail here records changes to objects in {bucket}")
