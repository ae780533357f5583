r"""Secret is changed less often than every 90 days.

The longer a secret stays the same, the longer a copy of it is good: in a log, on a laptop, with somebody who left.
Once rotation works, doing it more often costs nothing.

## Bad
```terraform
resource "aws_secretsmanager_secret" "db" {
  name = "orders/db"
}

resource "aws_secretsmanager_secret_rotation" "db" {
  secret_id           = aws_secretsmanager_secret.db.id
  rotation_lambda_arn = "arn:aws:lambda:eu-west-1:111122223333:function:rotate"

  rotation_rules {
    automatically_after_days = 365 # once a year
  }
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
    automatically_after_days = 90 # once a year
  }
}
```
## Fix
Unsafe: the next rotation may come at once, and clients that keep the old secret fail then.
## See
https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.patterns import pattern
from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("8.3.2", "8.6.2"),
        "hipaa": ("164.312(d)",),
        "nist-800-53": ("IA-5",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV_AWS_304",),
)

LONGEST = 90  # days
RATE = pattern(r"rate\(([0-9]{1,9}) (hour|day)s?\)")


@rule.on("aws_secretsmanager_secret_rotation")
def check(rotation: Resource) -> Iterator[Finding]:
    for rules in rotation.blocks("rotation_rules"):
        days, schedule = rules["automatically_after_days"], rules["schedule_expression"]
        rate = RATE.fullmatch(schedule.text or "")
        if days.number is not None and days.number > LONGEST:
            message = f"{rotation} waits {days.text} days"
            yield rule.found(days, message, fix=days.set(LONGEST))
        elif rate is not None and rate[2] == "day" and int(rate[1]) > LONGEST:
            message = f"{rotation} waits {rate[1]} days"
            yield rule.found(schedule, message, fix=schedule.set(f"rate({LONGEST} days)"))
