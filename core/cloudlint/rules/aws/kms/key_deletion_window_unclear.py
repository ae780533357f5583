r"""KMS key does not say for how long its deletion can be taken back.

A deleted key takes all data with it that was encrypted under it. The waiting time is the only net; said in the code,
it is chosen and not stumbled upon, and KMS takes from 7 to 30 days.

## Bad
```terraform
resource "aws_kms_key" "orders" {
  enable_key_rotation = true # yearly
}
```
## Good
```terraform
resource "aws_kms_key" "orders" {
  enable_key_rotation     = true # yearly
  deletion_window_in_days = 30
}
```
## See
https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=SAFE,
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
    aliases=("0b530315-0ea4-497f-b34c-4ff86268f59d",),
    default=False,
)

LONGEST = 30


@rule.on("aws_kms_key")
def check(key: Resource) -> Iterator[Finding]:
    days = key["deletion_window_in_days"]
    number = days.number
    if days.absent or (number is not None and not 7 <= number <= LONGEST):
        message = f"{key} does not say for how long its deletion can be taken back"
        yield rule.found(days, message, fix=days.set(LONGEST))
