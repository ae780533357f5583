r"""S3 access point drops the block of public access.

An access point has a public access block of its own, which is on unless somebody switches it off. It cannot be
changed afterwards without replacing the access point, so that what is written here stays.

## Bad
```terraform
resource "aws_s3_access_point" "partners" {
  bucket = "example-reports"
  name   = "partners"

  public_access_block_configuration {
    block_public_acls       = true
    block_public_policy     = false # for the demo
    ignore_public_acls      = true
    restrict_public_buckets = true
  }
}
```
## Good
```terraform
resource "aws_s3_access_point" "partners" {
  bucket = "example-reports"
  name   = "partners"

  public_access_block_configuration {
    block_public_acls       = true
    block_public_policy     = true # for the demo
    ignore_public_acls      = true
    restrict_public_buckets = true
  }
}
```
## Fix
Unsafe: the access point is replaced, and public readers are refused from then on.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule

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
    aliases=("CKV_AWS_392",),
)

SETTINGS = ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets")


@rule.on("aws_s3_access_point")
def check(point: Resource) -> Iterator[Finding]:
    for block in point.blocks("public_access_block_configuration"):
        for name in SETTINGS:
            if block[name].equals(False):
                message = f"`{name}` is off on {point}"
                yield rule.found(block[name], message, fix=block[name].set(True))
