r"""KMS key has no policy of its own.

Without one KMS leaves it to IAM alone who may use the key: everybody in the account with a wide enough policy can. A
policy of the key names those few who need it, and holds whatever IAM says.

## Bad
```terraform
resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}
```
## Good
```terraform
resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}

resource "aws_kms_key_policy" "orders" {
  key_id = aws_kms_key.orders.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:root" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}
```
## Fix
Who may use and manage the key only the author knows.
## See
https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
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
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV2_AWS_64",
        "7ebc9038-0bde-479a-acc4-6ed7b6758899",
    ),
    default=False,
)


@rule.on("aws_kms_key")
def check(key: Resource) -> Iterator[Finding]:
    if key["policy"].absent and key.lacks("aws_kms_key_policy", "key_id"):
        yield rule.found(key["policy"], f"{key} has no policy of its own")
