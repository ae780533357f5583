r"""DMS endpoint is not encrypted with a key of your own.

An endpoint holds the name and the password of a database. With the key that AWS keeps you can neither restrict who
reads them nor revoke them.

## Bad
```terraform
resource "aws_dms_endpoint" "orders" {
  endpoint_id   = "orders"
  endpoint_type = "source"
  engine_name   = "postgres"
  server_name   = "db.example.com"
  port          = 5432
  database_name = "orders"
  username      = "move"
  password      = var.password
  ssl_mode      = "require" # any key
}

variable "password" {
  type      = string
  sensitive = true
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}
```
## Good
```terraform
resource "aws_dms_endpoint" "orders" {
  endpoint_id   = "orders"
  endpoint_type = "source"
  engine_name   = "postgres"
  server_name   = "db.example.com"
  port          = 5432
  database_name = "orders"
  username      = "move"
  password      = var.password
  ssl_mode      = "require" # any key
  kms_key_arn   = aws_kms_key.orders.arn
}

variable "password" {
  type      = string
  sensitive = true
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}
```
## Fix
Unsafe: the endpoint is replaced, and its tasks have to be stopped for it. The fix is offered where the module has
exactly one key.
## See
https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.kms import lacks_own_key, use_only_key

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
    aliases=("CKV_AWS_296",),
    default=False,
)


@rule.on("aws_dms_endpoint")
def check(endpoint: Resource) -> Iterator[Finding]:
    # Providers before version 5 had a block for S3 with a key of its own.
    if endpoint["engine_name"].equals("s3") and "s3_settings" in endpoint.entries():
        return
    key = endpoint["kms_key_arn"]
    if lacks_own_key(key):
        message = f"{endpoint} is encrypted with a key that AWS keeps"
        yield rule.found(key, message, fix=use_only_key(endpoint, key))
