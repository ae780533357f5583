r"""EMR security configuration encrypts without a key of KMS.

With SSE-S3 whoever may read the bucket reads the data. With a key of KMS reading needs the key as well, its use can be
withdrawn, and its log shows who used it.

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
          EncryptionMode = "SSE-KMS"
          AwsKmsKey      = var.key_arn
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

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import encryption

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
    aliases=("CKV_AWS_171",),
    default=False,
)


@rule.on("aws_emr_security_configuration")
def check(configuration: Resource) -> Iterator[Finding]:
    mode = encryption(configuration)["AtRestEncryptionConfiguration.S3EncryptionConfiguration.EncryptionMode"]
    if not mode.unknown and not mode.one_of(("SSE-KMS", "CSE-KMS", "CSE-Custom")):
        yield rule.found(mode, f"{configuration} encrypts without a key of KMS")
