r"""Keyspaces table is not encrypted with a key of your own.

The key that AWS owns cannot be restricted or revoked, and its use is in no log of yours.

## Bad
```terraform
resource "aws_keyspaces_table" "orders" {
  keyspace_name = "shop"
  table_name    = "orders"

  schema_definition {
    column {
      name = "id"
      type = "ascii"
    }
    partition_key {
      name = "id"
    }
  }

  encryption_specification {
    type = "AWS_OWNED_KMS_KEY" # the default
  }
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}
```
## Good
```terraform
resource "aws_keyspaces_table" "orders" {
  keyspace_name = "shop"
  table_name    = "orders"

  schema_definition {
    column {
      name = "id"
      type = "ascii"
    }
    partition_key {
      name = "id"
    }
  }

  encryption_specification {
    type               = "CUSTOMER_MANAGED_KMS_KEY" # the default
    kms_key_identifier = aws_kms_key.orders.arn
  }
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}
```
## Fix
Unsafe: who reads the table needs permission for the key from then on. The fix is offered where the block exists and
the module has exactly one key.
## See
https://docs.aws.amazon.com/keyspaces/latest/devguide/EncryptionAtRest.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.kms import lacks_own_key, only_key

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
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
    aliases=("CKV_AWS_265",),
    default=False,
)


@rule.on("aws_keyspaces_table")
def check(table: Resource) -> Iterator[Finding]:
    block = table["encryption_specification"]
    kind, key = block["type"], block["kms_key_identifier"]
    if kind.unknown or (kind.equals("CUSTOMER_MANAGED_KMS_KEY") and not lacks_own_key(key)):
        return
    own = None if block.absent else only_key(table)
    fix = block.set_all({key.name: own, kind.name: "CUSTOMER_MANAGED_KMS_KEY"}) if own is not None else None
    yield rule.found(kind, f"{table} is not encrypted with a key of your own", fix=fix)
