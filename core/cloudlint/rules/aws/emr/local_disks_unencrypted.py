r"""EMR security configuration leaves the disks of the nodes unencrypted.

Nodes keep blocks of the distributed file system and whatever does not fit into memory on their disks. Whoever gets hold
of a disk reads it without a key.

## Bad
```terraform
resource "aws_emr_security_configuration" "main" {
  name = "main"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableInTransitEncryption = false
      EnableAtRestEncryption    = true
      AtRestEncryptionConfiguration = {
        S3EncryptionConfiguration = {
          EncryptionMode = "SSE-S3"
        }
      }
    }
  })
}
```
## Good
```terraform
resource "aws_emr_security_configuration" "main" {
  name = "main"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableInTransitEncryption = false
      EnableAtRestEncryption    = true
      AtRestEncryptionConfiguration = {
        S3EncryptionConfiguration = {
          EncryptionMode = "SSE-S3"
        }
        LocalDiskEncryptionConfiguration = {
          EncryptionKeyProviderType = "AwsKms"
          AwsKmsKey                 = var.key_arn
          EnableEbsEncryption       = true
        }
      }
    }
  })
}

variable "key_arn" {
  type = string
}
```
## Fix
a key has to be chosen, and security configurations are replaced.
## See
https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

from ._shared import encryption

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N",
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
        "CKV_AWS_349",
        "AWS-0139",
        "aws-emr-enable-local-disk-encryption",
        "AVD-AWS-0139",
    ),
)


@rule.on("aws_emr_security_configuration")
def check(configuration: Resource) -> Iterator[Finding]:
    disks = encryption(configuration)["AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration"]
    if disks.absent or (not disks.unknown and not disks.open and not disks.entries()):
        yield rule.found(disks, f"{configuration} leaves the disks of the nodes unencrypted")
