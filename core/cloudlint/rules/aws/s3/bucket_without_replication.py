r"""S3 bucket is not copied to another region.

S3 keeps several copies, but all in one region. Where a region's failure or a careless account may cost the data, a
replica in another region, best in another account, is the way out. Most buckets do not need one, so this rule runs
only when asked for.

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

resource "aws_s3_bucket_replication_configuration" "reports" {
  bucket = aws_s3_bucket.reports.id
  role   = "arn:aws:iam::111122223333:role/replication"

  rule {
    status = "Enabled"

    destination {
      bucket = "arn:aws:s3:::example-reports-eu"
    }
  }
}
```
## Fix
Where to, with which role and at what price is for people to decide.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule, Value

from ._shared import bucket_of, has_companion

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "hipaa": ("164.308(a)(7)",),
        "nist-800-53": ("CP-9", "CP-10"),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.13",),
        "gdpr": ("32(1)(c)",),
        "nydfs-500": ("500.16",),
    },
    aliases=("CKV_AWS_144",),
    default=False,
)

REPLICATION = "aws_s3_bucket_replication_configuration"


@rule.on("aws_s3_bucket")
def check(bucket: Resource) -> Iterator[Finding]:
    if not bucket["replication_configuration"].absent:
        yield from _disabled(bucket, bucket.each("replication_configuration.rules.status"))
    elif not has_companion(bucket, REPLICATION):
        yield rule.found(bucket, f"{bucket} is not replicated")


@rule.on(REPLICATION)
def configured(companion: Resource) -> Iterator[Finding]:
    yield from _disabled(bucket_of(companion), companion.each("rule.status"))


def _disabled(bucket: Resource, states: tuple[Value, ...]) -> Iterator[Finding]:
    """One rule that is in force is enough."""
    if states and all(status.equals("Disabled") for status in states):
        yield rule.found(states[0], f"Replication of {bucket} is disabled", about=bucket)
