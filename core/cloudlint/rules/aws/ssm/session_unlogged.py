r"""Session Manager sessions leave no encrypted log.

A session is a shell on a machine, often as root. Without a log nobody can say afterwards what was done in it, and in
a log without encryption the passwords that were typed lie open.

## Bad
```terraform
resource "aws_ssm_document" "session" {
  name          = "SSM-SessionManagerRunShell"
  document_type = "Session"
  content = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs = {
      s3BucketName                = ""
      s3EncryptionEnabled         = true
      cloudWatchLogGroupName      = ""
      cloudWatchEncryptionEnabled = true
      kmsKeyId                    = "alias/sessions"
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
Where the log goes is for people to decide.
## See
https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-logging.html
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
        "pci-dss-4.0": ("10.2.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("AU-2", "AU-12"),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.15",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.06",),
    },
    aliases=("CKV_AWS_113",),
)

PLACES = (("s3BucketName", "s3EncryptionEnabled"), ("cloudWatchLogGroupName", "cloudWatchEncryptionEnabled"))


@rule.on("aws_ssm_document")
def check(document: Resource) -> Iterator[Finding]:
    inputs = session_inputs(document)
    if inputs is None:
        return
    encrypted = [inputs.get(flag) == "true" for place, flag in PLACES if inputs.get(place)]
    if not encrypted:
        yield rule.found(document["content"], f"{document} does not log sessions")
    elif not all(encrypted):
        yield rule.found(document["content"], f"{document} logs sessions without encryption")
