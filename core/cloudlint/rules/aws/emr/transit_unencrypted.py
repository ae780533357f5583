r"""EMR security configuration leaves traffic between nodes unencrypted.

The machines of a cluster send each other the data they work on. Whoever gets a foothold in the network reads along.

## Bad
```terraform
resource "aws_emr_security_configuration" "main" {
  name = "main"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableInTransitEncryption = false
      EnableAtRestEncryption    = false
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
      EnableInTransitEncryption = true
      EnableAtRestEncryption    = false
      InTransitEncryptionConfiguration = {
        TLSCertificateConfiguration = {
          CertificateProviderType = "PEM"
          S3Object                = "s3://example-certificates/emr.zip"
        }
      }
    }
  })
}
```
## Fix
encryption in transit needs certificates, and where they come from has to be decided first.
## See
https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

from ._shared import encryption, is_off

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:A/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N",
    standards={
        "gdpr": ("32(1)(a)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.24",),
        "nist-800-53": ("SC-8", "SC-8(1)"),
        "nydfs-500": ("500.15",),
        "pci-dss-4.0": ("4.2.1",),
        "soc-2": ("CC6.7",),
    },
    aliases=(
        "CKV_AWS_351",
        "AWS-0138",
        "aws-emr-enable-in-transit-encryption",
        "AVD-AWS-0138",
    ),
)


@rule.on("aws_emr_security_configuration")
def check(configuration: Resource) -> Iterator[Finding]:
    flag = encryption(configuration)["EnableInTransitEncryption"]
    if is_off(flag):
        yield rule.found(flag, f"{configuration} leaves traffic between nodes unencrypted")
