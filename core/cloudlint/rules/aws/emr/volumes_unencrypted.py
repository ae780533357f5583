r"""EMR security configuration leaves the EBS volumes of the nodes unencrypted.

The encryption of local disks leaves out the root volume, where logs and settings lie, unless that of EBS is switched on
as well.

## Bad
```terraform
resource "aws_emr_security_configuration" "main" {
  name = "main"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableInTransitEncryption = false
      EnableAtRestEncryption    = true
      AtRestEncryptionConfiguration = {
        LocalDiskEncryptionConfiguration = {
          EncryptionKeyProviderType = "AwsKms"
          AwsKmsKey                 = var.key_arn
          EnableEbsEncryption       = false # scratch only
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
      EnableAtRestEncryption    = true
      AtRestEncryptionConfiguration = {
        LocalDiskEncryptionConfiguration = {
          EncryptionKeyProviderType = "AwsKms"
          AwsKmsKey                 = var.key_arn
          EnableEbsEncryption       = true # scratch only
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
Unsafe: security configurations are replaced, and clusters have to be started anew with the new one; the service role
needs the key. Without settings for local disks there is no edit.
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
    aliases=("CKV_AWS_350",),
)


@rule.on("aws_emr_security_configuration")
def check(configuration: Resource) -> Iterator[Finding]:
    disks = encryption(configuration)["AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration"]
    flag = disks["EnableEbsEncryption"]
    if is_off(flag):
        change = None if disks.absent else flag.set(True)
        yield rule.found(flag, f"{configuration} leaves the EBS volumes of the nodes unencrypted", fix=change)
