r"""A RUN brings all packages up to date with apk.

What comes out depends on the day of the build and on what its cache holds. Where the base image is rebuilt often, a
newer one holds the same packages and is the same tomorrow. Many teams upgrade on purpose to close holes at once: then
leave this rule off.

## Bad
```dockerfile
FROM alpine:3.21
RUN apk --no-cache upgrade
USER nobody
```
## Good
```dockerfile
FROM alpine:3.21
USER nobody
```
## Fix
Which base image has the fixes is for the author to find, so that no edit is offered.
## See
https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper#Upgrade_a_Running_System
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE
from cloudlint.vocabulary.packages import APK, calls

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "nist-800-53": ("CM-2",),
        "iso-27001": ("A.8.9",),
    },
    aliases=("AC_DOCKER_0039",),
    default=False,
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for call in calls(stage, APK):
        if call.task.one_of(("upgrade",)) and not call.operands:
            message = f"`{call.command.program} {call.task.text}` makes another system of the base image every day"
            yield rule.found(call.command.value, message)
