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
## See
https://docs.docker.com/build/building/best-practices/#apt-get
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, caches, with_command
from cloudlint.vocabulary.packages import APT, calls

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
    last = {call.run.span: call for call in calls(stage, APT) if call.installs}
    for call in last.values():
        updates = [
            other for other in calls(stage, APT) if other.run.span == call.run.span and other.task.equals("update")
        ]
        if not updates or any(deletes(command, "/var/lib/apt") for command in call.behind):
            continue
        if any(folder.startswith("/var/lib/apt") for folder in caches(call.run)):
            continue
        fix = with_command(call.command, "rm -rf /var/lib/apt/lists/*")
        yield rule.found(call.command.value, "The lists of packages stay in the image", fix=fix)
