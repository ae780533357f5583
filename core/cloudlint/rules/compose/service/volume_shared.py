r"""Volume is shared between services.

What one of the services writes, the others read and may run or trust. If one is broken into, the volume carries the
damage over to the rest. Data that only one service needs belongs in a volume of its own; data that all only read is
no finding.

## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    volumes:
      - files:/srv/files
  worker:
    image: registry.example.com/worker:1.4
    volumes:
      - files:/srv/files
volumes:
  files: {}
```
## Good
```compose
services:
  web:
    image: registry.example.com/web:1.4
    volumes:
      - files:/srv/files
  worker:
    image: registry.example.com/worker:1.4
    volumes:
      - results:/srv/files
volumes:
  files: {}
  results: {}
```
## Fix
Whether the services have to share the data is not to be seen here, so that no edit is offered.
## See
https://docs.docker.com/engine/storage/volumes/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.compose import BIND, NAMED, SERVICE, Mount, is_engine_socket, mounts, spoken

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:L/I:L/A:N",
    standards={
        "nist-800-53": ("SC-4",),
        "iso-27001": ("A.8.3",),
        "soc-2": ("CC6.1",),
    },
    aliases=("8c978947-0ff6-485c-b0c2-0bfca6026466", "574aa3ab"),
    default=False,
)


@rule.on(SERVICE)
def check(service: Resource) -> Iterator[Finding]:
    for mount in shareable(service):
        for other in service.graph.of(SERVICE):
            if other is service:
                continue
            theirs = [its for its in shareable(other) if its.source == mount.source]
            if any(not its.read_only or not mount.read_only for its in theirs):
                message = f"{spoken(service)} shares `{mount.source}` with service `{other.label}`"
                yield rule.found(mount.value, message)
                break


def shareable(service: Resource) -> Iterator[Mount]:
    for mount in mounts(service):
        if mount.source and mount.kind in (BIND, NAMED) and not is_engine_socket(mount.source):
            yield mount
