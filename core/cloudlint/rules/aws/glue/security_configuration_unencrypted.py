r"""Glue security configuration switches encryption off.

Jobs that use this configuration believe that they are safe with it. What it switches off, results, logs or bookmarks,
they write in plain text.

## Bad
```terraform
resource "aws_glue_security_configuration" "main" {
  name = "main"

  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "SSE-KMS"
      kms_key_arn                = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }

    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "CSE-KMS"
      kms_key_arn                   = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }

    s3_encryption {
      s3_encryption_mode = "DISABLED" # later
    }
  }
}
```
## Good
```terraform
resource "aws_glue_security_configuration" "main" {
  name = "main"

  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "SSE-KMS"
      kms_key_arn                = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }

    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "CSE-KMS"
      kms_key_arn                   = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }

    s3_encryption {
      s3_encryption_mode = "SSE-S3" # later
    }
  }
}
```
## Fix
Unsafe: the configuration is replaced, and jobs refer to the old one until then. Logs and bookmarks get no fix, for
they need a key to be chosen.
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

MODES = {
    "cloudwatch_encryption.cloudwatch_encryption_mode": "logs",
    "job_bookmarks_encryption.job_bookmarks_encryption_mode": "bookmarks",
    "s3_encryption.s3_encryption_mode": "results",
}


@rule.on("aws_glue_security_configuration")
def check(configuration: Resource) -> Iterator[Finding]:
    for path, what in MODES.items():
        mode = configuration["encryption_configuration"][path]
        if mode.absent or mode.equals("DISABLED"):
            # The other two need a key to be chosen.
            fix = mode.set("SSE-S3") if what == "results" else None
            yield rule.found(mode, f"{configuration} leaves {what} unencrypted", fix=fix)
