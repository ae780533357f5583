r"""Kendra index is not encrypted with a key of your own.

An index holds what stands in all documents that it was made from. Only with a key of your own can you decide who may
use it, see each use, and shut everything off at once. The key that AWS manages is fine for most; the rule runs only
when selected.

## Bad
```terraform
resource "aws_kendra_index" "docs" {
  name     = "docs"
  role_arn = var.role
}

variable "role" {
  type = string
}
```
## Good
```terraform
resource "aws_kendra_index" "docs" {
  name     = "docs"
  role_arn = var.role

  server_side_encryption_configuration {
    kms_key_id = aws_kms_key.own.arn
  }
}

variable "role" {
  type = string
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}
```
## Fix
which key to use is for people to decide.
## See
https://docs.aws.amazon.com/kendra/latest/dg/encryption-at-rest.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.kms import lacks_own_key

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": (
            "SC-28",
            "SC-28(1)",
        ),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=("CKV_AWS_262",),
    default=False,
)


@rule.on("aws_kendra_index")
def check(index: Resource) -> Iterator[Finding]:
    for key in index.each("server_side_encryption_configuration.kms_key_id"):
        if lacks_own_key(key):
            yield rule.found(key, f"{index} is not encrypted with a key of your own")
