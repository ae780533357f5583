r"""Permission set gives sessions that last longer than an hour.

Credentials of a session work from everywhere until they end. A long session leaves a stolen laptop or a copied token
in business for the rest of the day.

## Bad
```terraform
resource "aws_ssoadmin_permission_set" "operator" {
  name             = "operator"
  instance_arn     = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  session_duration = "PT12H" # a working day
}
```
## Good
```terraform
resource "aws_ssoadmin_permission_set" "operator" {
  name             = "operator"
  instance_arn     = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  session_duration = "PT1H" # a working day
}
```
## Fix
Unsafe: people have to sign in again more often.
## See
https://docs.aws.amazon.com/singlesignon/latest/userguide/howtosessionduration.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.patterns import pattern
from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("8.4.2",),
        "hipaa": ("164.312(d)",),
        "nist-800-53": (
            "IA-2(1)",
            "IA-2(2)",
        ),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.5",),
        "nydfs-500": ("500.12",),
    },
    aliases=("ce9dfce0-5fc8-433b-944a-3b16153111a8",),
    default=False,
)

_DURATION = pattern(r"P(?:([0-9]{1,9})D)?(?:T(?:([0-9]{1,9})H)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9})S)?)?")  # ISO 8601


@rule.on("aws_ssoadmin_permission_set")
def check(permissions: Resource) -> Iterator[Finding]:
    duration = permissions["session_duration"]
    seconds = _seconds(duration.text or "")
    if seconds is not None and seconds > 3600:
        message = f"Sessions of {permissions} last longer than an hour"
        yield rule.found(duration, message, fix=duration.set("PT1H"))


def _seconds(text: str) -> int | None:
    found = _DURATION.fullmatch(text)
    if found is None:
        return None
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return days * 86400 + hours * 3600 + minutes * 60 + seconds
