r"""Session Manager sessions are not encrypted with a KMS key.

What is typed and shown in a session runs through TLS anyway. With a KMS key it is encrypted from the operator to the
instance as well, and only who may use the key can open a session.

## Bad
```terraform
resource "aws_ssm_document" "session" {
  name          = "SSM-SessionManagerRunShell"
  document_type = "Session"
  content = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs = {
      s3BucketName                = "example-sessions"
      s3EncryptionEnabled         = true
      cloudWatchLogGroupName      = ""
      cloudWatchEncryptionEnabled = true
      kmsKeyId                    = ""
    }
  })
}
```
## Good
```terraform
resource "aws_ssm_document" "session" {
  name          = "SSM-SessionManagerRunShell"
  document_type = "Session"
  content = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs = {
      s3BucketName                = "example-sessions"
      s3EncryptionEnabled         = true
      cloudWatchLogGroupName      = ""
      cloudWatchEncryptionEnabled = true
      kmsKeyId                    = "alias/sessions"
    }
  })
}
```
## Fix
Which key, and who may use it, is for people to decide.
## See
https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-enable-encryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import session_inputs

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("4.2.1",),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-8", "SC-8(1)"),
        "soc-2": ("CC6.7",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "CKV_AWS_112",
        "ce60cc6b-6831-4bd7-84a2-cc7f8ee71433",
    ),
)


@rule.on("aws_ssm_document")
def check(document: Resource) -> Iterator[Finding]:
    inputs = session_inputs(document)
    if inputs is not None and not inputs.get("kmsKeyId"):
        yield rule.found(document["content"], f"{document} does not encrypt sessions with a KMS key")
