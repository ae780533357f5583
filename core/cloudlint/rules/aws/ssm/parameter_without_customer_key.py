r"""SSM parameter is not encrypted with a key of your own.

Under the key that AWS manages, everyone in the account who may read the parameter also decrypts it. With a key of
your own there is a second permission, and a record of each use.

## Bad
```terraform
resource "aws_ssm_parameter" "token" {
  name  = "/orders/token"
  type  = "SecureString"
  value = var.value
}

variable "value" {
  type = string
}
```
## Good
```terraform
resource "aws_ssm_parameter" "token" {
  name   = "/orders/token"
  type   = "SecureString"
  key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  value  = var.value
}

variable "value" {
  type = string
}
```
## Fix
Which key, and who may use it, is for people to decide.
## See
https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=("CKV_AWS_337",),
    default=False,
)


@rule.on("aws_ssm_parameter")
def check(parameter: Resource) -> Iterator[Finding]:
    key = parameter["key_id"]
    if parameter["type"].equals("SecureString") and (key.absent or key.one_of(("", "alias/aws/ssm"))):
        yield rule.found(key, f"{parameter} is encrypted with a key that AWS manages")
