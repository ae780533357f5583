r"""`apt-get` leaves the lists of packages in the image.

The lists that `apt-get update` fetches take tens of megabytes and are of no use later. Only the RUN that fetches them
can take them away: what a later one deletes stays in the layer.

## Bad
```dockerfile
FROM debian:12-slim
RUN apt-get update \
    # for the certificates
    && apt-get install -y --no-install-recommends ca-certificates
USER nobody
```
## Good
```dockerfile
FROM debian:12-slim
RUN apt-get update \
    # for the certificates
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/*
USER nobody
```
## Fix
Unsafe only where a later RUN installs packages and fetches no lists of its own: it finds none then.
## See
https://docs.docker.com/build/building/best-practices/#apt-get
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, caches, follows, heirs, with_command
from cloudlint.vocabulary.packages import APT, Call, calls

from ._shared import deletes

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=SAFE,
    standards={
        "nist-800-53": ("CM-7",),
        "iso-27001": ("A.8.9",),
    },
    aliases=("df746b39-6564-4fed-bf85-e9c44382303c", "4236a50c"),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    found = list(calls(stage, APT))
    last = {call.run.span: call for call in found if call.installs}
    for call in last.values():
        if not _updates(call, found) or any(deletes(command, "/var/lib/apt") for command in call.behind):
            continue
        if any(folder.startswith("/var/lib/apt") for folder in caches(call.run)):
            continue
        fix = with_command(call.command, "rm -rf /var/lib/apt/lists/*")
        safety = UNSAFE if _needed_later(call, stage) else None
        yield rule.found(call.command.value, "The lists of packages stay in the image", fix=fix, safety=safety)


def _updates(call: Call, found: list[Call]) -> bool:
    """Are the lists fetched by the RUN that the call is part of?"""
    return any(other.run.span == call.run.span and other.task.equals("update") for other in found)


def _needed_later(call: Call, stage: Resource) -> bool:
    """Does a later RUN, here or in a stage that continues this one, install from these lists?"""
    for other in heirs(stage):
        found = list(calls(other, APT))
        if any(it.installs and follows(it.run, call.run) and not _updates(it, found) for it in found):
            return True
    return False
