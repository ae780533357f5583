r"""SSM parameter is stored in plain text.

Whoever may describe parameters reads a `String` at once, and sees its whole history. A `SecureString` is encrypted,
costs nothing more, and takes a permission to decrypt. Many parameters are no secrets, so this rule runs only when
asked for.

## Bad
```terraform
resource "aws_ssm_parameter" "token" {
  name   = "/orders/token"
  type   = "String" # was quicker
  key_id = "alias/orders"
  value  = var.value
}

variable "value" {
  type = string
}
```
## Good
```terraform
resource "aws_ssm_parameter" "token" {
  name   = "/orders/token"
  type   = "SecureString" # was quicker
  key_id = "alias/orders"
  value  = var.value
}

variable "value" {
  type = string
}
```
## Fix
Unsafe: the parameter is replaced, and readers that do not ask for decryption get the encrypted text.
## See
https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html
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
    aliases=("CKV2_AWS_34",),
    default=False,
)


# CloudFormation makes no encrypted parameters.
@rule.on("aws_ssm_parameter", frameworks=("terraform",))
def check(parameter: Resource) -> Iterator[Finding]:
    kind = parameter["type"]
    if kind.one_of(("String", "StringList")):
        fix = kind.set("SecureString") if kind.equals("String") else None
        yield rule.found(kind, f"{parameter} is stored in plain text", fix=fix)
