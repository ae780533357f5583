r"""A RUN upgrades all packages of the base image with apt-get.

What comes out depends on the day of the build and on what its cache holds, and can be a system that nobody has
tested. Take a newer base image instead: it holds the same packages, and is the same tomorrow.

## Bad
```dockerfile
FROM debian:12-slim
RUN apt-get update && apt-get dist-upgrade -y && rm -rf /var/lib/apt/lists/*
USER nobody
```
## Good
```dockerfile
FROM debian:12.8-slim
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
    aliases=("DS-0024", "docker-no-dist-upgrade", "AVD-DS-0024", "DS024", "no-dist-upgrade", "AC_DOCKER_0052"),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for call in calls(stage, APT):
        if call.task.one_of(("dist-upgrade", "full-upgrade")):
            message = f"`{call.command.program} {call.task.text}` makes another system of the base image every day"
            yield rule.found(call.command.value, message)
