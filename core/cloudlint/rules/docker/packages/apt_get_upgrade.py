r"""A RUN brings all packages up to date with apt-get.

What comes out depends on the day of the build and on what its cache holds. Where the base image is rebuilt often, a
newer one holds the same packages and is the same tomorrow. Many teams upgrade on purpose to close holes at once: then
leave this rule off.

## Bad
```dockerfile
FROM debian:12-slim
RUN apt-get update && apt-get upgrade -y && rm -rf /var/lib/apt/lists/*
USER nobody
```
## Good
```dockerfile
FROM debian:12-slim
USER nobody
```
## Fix
Which base image has the fixes is for the author to find, so that no edit is offered.
## See
https://docs.docker.com/build/building/best-practices/#apt-get
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE
from cloudlint.vocabulary.packages import APT, calls

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "nist-800-53": ("CM-2",),
        "iso-27001": ("A.8.9",),
    },
    aliases=("AC_DOCKER_0052",),
    default=False,
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for call in calls(stage, APT):
        if call.task.one_of(("upgrade",)) and not call.operands:
            message = f"`{call.command.program} {call.task.text}` makes another system of the base image every day"
            yield rule.found(call.command.value, message)
