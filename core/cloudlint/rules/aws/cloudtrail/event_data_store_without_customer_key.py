r"""CloudTrail Lake keeps its events without a key of your own.

An event data store can hold years of audit events of a whole organisation. With a key of your own, reading them takes
a second permission that you control.

## Bad
```terraform
resource "aws_cloudtrail_event_data_store" "audit" {
  name = "audit"
}
```
## Good
```terraform
resource "aws_cloudtrail_event_data_store" "audit" {
  name       = "audit"
  kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}
```
## Fix
Which key, and who may use it, is for people to decide; it cannot be changed later.
## See
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-lake.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=("CKV_AWS_294",),
    default=False,
)


@rule.on("aws_cloudtrail_event_data_store")
def check(store: Resource) -> Iterator[Finding]:
    key = store["kms_key_id"]
    if key.absent or key.equals(""):
        yield rule.found(key, f"{store} is encrypted with a key that AWS manages")
