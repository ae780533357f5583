r"""Glue data catalog or its connection passwords are stored unencrypted.

The catalogue tells what data there is, where it lies and how it is built; its connections hold the passwords of
databases. Whoever may call `GetConnection` reads them in plain text.

## Bad
```terraform
resource "aws_glue_data_catalog_encryption_settings" "main" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      return_connection_password_encrypted = false
    }

    encryption_at_rest {
      catalog_encryption_mode = "DISABLED" # later
    }
  }
}
```
## Good
```terraform
resource "aws_glue_data_catalog_encryption_settings" "main" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      return_connection_password_encrypted = true
    }

    encryption_at_rest {
      catalog_encryption_mode = "SSE-KMS" # later
    }
  }
}
```
## Fix
Unsafe: jobs and crawlers need a permission for the key from then on.
## See
https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html
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
        "CKV_AWS_94",
        "01d50b14-e933-4c99-b314-6d08cd37ad35",
    ),
)

PASSWORD = "data_catalog_encryption_settings.connection_password_encryption.return_connection_password_encrypted"
MODE = "data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode"


@rule.on("aws_glue_data_catalog_encryption_settings")
def check(settings: Resource) -> Iterator[Finding]:
    password, mode = settings[PASSWORD], settings[MODE]
    if password.equals(False) or password.absent:
        yield rule.found(password, f"{settings} leaves connection passwords in plain text", fix=password.set(True))
    if mode.equals("DISABLED") or mode.absent:
        yield rule.found(mode, f"{settings} leaves the catalogue unencrypted", fix=mode.set("SSE-KMS"))
