r"""EMR security configuration leaves data at rest unencrypted.

Clusters write what they compute to disks and to buckets. Whoever gets hold of a disk or a snapshot reads it without a
key.

## Bad
```terraform
resource "aws_emr_security_configuration" "main" {
  name = "main"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableInTransitEncryption = false
      EnableAtRestEncryption    = false # test data
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
## Good
```terraform
resource "aws_emr_security_configuration" "main" {
  name = "main"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableInTransitEncryption = false
      EnableAtRestEncryption    = true # test data
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
Unsafe: security configurations are replaced, and clusters have to be started anew with the new one. The settings for
disks and buckets have to be there.
## See
https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

from ._shared import encryption, is_off

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
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
        "AWS-0137",
        "aws-emr-enable-at-rest-encryption",
        "AVD-AWS-0137",
        "5b033ec8-f079-4323-b5c8-99d4620433a9",
    ),
)


@rule.on("aws_emr_security_configuration")
def check(configuration: Resource) -> Iterator[Finding]:
    flag = encryption(configuration)["EnableAtRestEncryption"]
    if is_off(flag):
        yield rule.found(flag, f"{configuration} leaves data at rest unencrypted", fix=flag.set(True))
