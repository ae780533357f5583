r"""Glue security configuration leaves something unencrypted.

A security configuration is there so that jobs encrypt what they write. Where it leaves out logs, bookmarks or output,
the data that a job handles lies there in the clear.

## Bad
```terraform
resource "aws_glue_security_configuration" "jobs" {
  name = "jobs"

  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "DISABLED" # only logs
      kms_key_arn                = var.key
    }
    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "CSE-KMS"
      kms_key_arn                   = var.key
    }
    s3_encryption {
      s3_encryption_mode = "SSE-KMS"
      kms_key_arn        = var.key
    }
  }
}

variable "key" {
  type = string
}
```
## Good
```terraform
resource "aws_glue_security_configuration" "jobs" {
  name = "jobs"

  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "SSE-KMS" # only logs
      kms_key_arn                = var.key
    }
    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "CSE-KMS"
      kms_key_arn                   = var.key
    }
    s3_encryption {
      s3_encryption_mode = "SSE-KMS"
      kms_key_arn        = var.key
    }
  }
}

variable "key" {
  type = string
}
```
## Fix
Unsafe: jobs need permission for the key, which has to be named beside the mode where it is not yet.
## See
https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "CKV_AWS_99",
        "ad5b4e97-2850-4adf-be17-1d293e0b85ee",
    ),
)

WANTED = (
    ("cloudwatch_encryption.cloudwatch_encryption_mode", "SSE-KMS", "logs"),
    ("job_bookmarks_encryption.job_bookmarks_encryption_mode", "CSE-KMS", "bookmarks"),
    ("s3_encryption.s3_encryption_mode", "SSE-KMS", "output"),
)


@rule.on("aws_glue_security_configuration")
def check(configuration: Resource) -> Iterator[Finding]:
    for path, wanted, what in WANTED:
        mode = configuration[f"encryption_configuration.{path}"]
        if mode.absent or mode.equals("DISABLED"):
            yield rule.found(mode, f"{configuration} leaves {what} of jobs unencrypted", fix=mode.set(wanted))
