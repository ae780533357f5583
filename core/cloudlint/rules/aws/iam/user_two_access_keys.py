r"""IAM user has more than one active access key.

Two keys are meant for the minutes of a change from one to the other. A second key that stays is one more secret to
lose, and nobody notices when it is used.

## Bad
```terraform
resource "aws_iam_access_key" "first" {
  user = "backup"
}

resource "aws_iam_access_key" "second" {
  user = "backup"
}
```
## Good
```terraform
resource "aws_iam_access_key" "first" {
  user = "backup"
}
```
## Fix
Which key is in use only the author knows.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule, Value

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "cis-aws-3.0": ("1.13",),
        "pci-dss-4.0": (
            "8.3.2",
            "8.6.2",
        ),
        "hipaa": ("164.312(d)",),
        "nist-800-53": ("IA-5",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "AWS-0167",
        "aws-iam-limit-user-access-keys",
        "AVD-AWS-0167",
        "48677914-6fdf-40ec-80c4-2b0e94079f54",
        "3561130e-9c5f-485b-9e16-2764c82763e5",
    ),
)


@rule.on("aws_iam_access_key")
def check(key: Resource) -> Iterator[Finding]:
    user = key["user"]
    others = [other for other in key.graph.of("aws_iam_access_key") if other is not key and _active(other)]
    twin = next((other for other in others if _same(user, other["user"])), None)
    if _active(key) and twin is not None:
        yield rule.found(user, f"{key} is not the only active key of its user", related=[(twin, "the other key")])


def _active(key: Resource) -> bool:
    return not key["status"].unknown and not key["status"].equals("Inactive")


def _same(user: Value, other: Value) -> bool:
    if user.text is not None and user.text == other.text:
        return True
    return any(owner is twin for owner in user.refers for twin in other.refers)
