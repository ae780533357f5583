r"""Database migration rests under a key that AWS manages.

The storage of a migration holds rows and passwords. A key of your own can be withdrawn and limited to those who need
it, and its log shows who reads them.

## Bad
```terraform
resource "aws_dms_replication_instance" "migration" {
  replication_instance_id    = "migration"
  replication_instance_class = "dms.t3.medium"
  auto_minor_version_upgrade = true
}
```
## Good
```terraform
resource "aws_dms_replication_instance" "migration" {
  replication_instance_id    = "migration"
  replication_instance_class = "dms.t3.medium"
  auto_minor_version_upgrade = true
  kms_key_arn                = var.key_arn
}

variable "key_arn" {
  type = string
}
```
## Fix
a key has to be chosen, and adding one replaces the instance or the endpoint.
## See
https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:L/A:N",
    standards={
        "gdpr": ("32(1)(a)",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "iso-27001": ("A.8.24",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "nydfs-500": ("500.15",),
        "pci-dss-4.0": ("3.5.1",),
        "soc-2": ("CC6.1",),
    },
    aliases=(
        "CKV_AWS_212",
        "CKV_AWS_296",
        "CKV_AWS_298",
    ),
    default=False,
)


@rule.on("aws_dms_replication_instance", "aws_dms_endpoint", "aws_dms_s3_endpoint")
def check(resource: Resource) -> Iterator[Finding]:
    key = resource["kms_key_arn"]
    if resource.kind == "aws_dms_endpoint" and resource["engine_name"].equals("s3"):
        # A key for what is written to the bucket is as good. Removed in version 6 of the provider.
        settings = resource["s3_settings.server_side_encryption_kms_key_id"]
        if not settings.absent and not settings.equals(""):
            return
    if key.absent or key.equals(""):
        yield rule.found(key, f"{resource} rests under a key that AWS manages")
