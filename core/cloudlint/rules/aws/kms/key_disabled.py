r"""KMS key is disabled.

What was encrypted under the key cannot be read while it is off: volumes do not attach, functions do not start,
backups cannot be restored. It is mostly found out when the data is needed.

## Bad
```terraform
resource "aws_kms_key" "orders" {
  enable_key_rotation = true
  is_enabled          = false # rotation test
}
```
## Good
```terraform
resource "aws_kms_key" "orders" {
  enable_key_rotation = true
  is_enabled          = true # rotation test
}
```
## Fix
Unsafe: what was shut out on purpose can use the key again.
## See
https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=UNSAFE,
    standards={
        "hipaa": ("164.308(a)(7)",),
        "nist-800-53": (
            "CP-9",
            "CP-10",
        ),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.13",),
        "gdpr": ("32(1)(c)",),
        "nydfs-500": ("500.16",),
    },
    aliases=(
        "CKV_AWS_227",
        "133fee21-37ef-45df-a563-4d07edc169f4",
        "2844c749-bd78-4cd1-90e8-b179df827602",
        "7350fa23-dcf7-4938-916d-6a60b0c73b50",
    ),
)


@rule.on("aws_kms_key")
def check(key: Resource) -> Iterator[Finding]:
    enabled = key["is_enabled"]
    if enabled.flag is False:
        # A key that is enabled again should be rotated as well: another rule would ask for it at once.
        rotated = key["enable_key_rotation"].flag is True or not key["customer_master_key_spec"].absent
        fix = enabled.set(True) if rotated else key.set_all({"is_enabled": True, "enable_key_rotation": True})
        yield rule.found(enabled, f"{key} is disabled", fix=fix)
