r"""Glue data catalogue keeps passwords or definitions unencrypted.

The catalogue knows where all data lies, and holds the passwords of connections. Unless both switches are on, whoever
may read the catalogue reads these passwords.

## Bad
```terraform
resource "aws_glue_data_catalog_encryption_settings" "all" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      aws_kms_key_id                       = aws_kms_key.catalogue.arn
      return_connection_password_encrypted = false # crawler fails
    }
    encryption_at_rest {
      catalog_encryption_mode = "DISABLED"
    }
  }
}

resource "aws_kms_key" "catalogue" {
  enable_key_rotation = true
}
```
## Good
```terraform
resource "aws_glue_data_catalog_encryption_settings" "all" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      aws_kms_key_id                       = aws_kms_key.catalogue.arn
      return_connection_password_encrypted = true # crawler fails
    }
    encryption_at_rest {
      catalog_encryption_mode = "SSE-KMS"
    }
  }
}

resource "aws_kms_key" "catalogue" {
  enable_key_rotation = true
}
```
## Fix
Unsafe: jobs and crawlers need permission for the keys from then on.
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

SETTINGS = "data_catalog_encryption_settings"


@rule.on("aws_glue_data_catalog_encryption_settings")
def check(catalogue: Resource) -> Iterator[Finding]:
    passwords = f"{SETTINGS}.connection_password_encryption.return_connection_password_encrypted"
    message = "{resource} gives out the passwords of connections unencrypted"
    yield from rule.expect(catalogue, passwords, True, message=message)
    mode = f"{SETTINGS}.encryption_at_rest.catalog_encryption_mode"
    also = ("SSE-KMS-WITH-SERVICE-ROLE",)
    yield from rule.expect(catalogue, mode, "SSE-KMS", also=also, message="{resource} keeps the catalogue unencrypted")
