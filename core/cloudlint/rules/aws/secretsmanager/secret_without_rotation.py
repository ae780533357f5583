r"""Secret is never changed automatically.

A password that leaked stays good until somebody changes it, and nobody does by hand. Rotation makes a stolen one
worthless after a while, and proves that the change works before the day it must.

## Bad
```terraform
resource "aws_secretsmanager_secret" "db" {
  name = "orders/db"
}
```
## Good
```terraform
resource "aws_secretsmanager_secret" "db" {
  name = "orders/db"
}

resource "aws_secretsmanager_secret_rotation" "db" {
  secret_id           = aws_secretsmanager_secret.db.id
  rotation_lambda_arn = "arn:aws:lambda:eu-west-1:111122223333:function:rotate"

  rotation_rules {
    automatically_after_days = 30
  }
}
```
## Fix
Rotation takes a function that knows how to change this secret.
## See
https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html
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
        "pci-dss-4.0": ("8.3.2", "8.6.2"),
        "hipaa": ("164.312(d)",),
        "nist-800-53": ("IA-5",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV2_AWS_57",),
)


@rule.on("aws_secretsmanager_secret")
def check(secret: Resource) -> Iterator[Finding]:
    if secret.lacks("aws_secretsmanager_secret_rotation", "secret_id"):
        yield rule.found(secret, f"{secret} is never rotated")
