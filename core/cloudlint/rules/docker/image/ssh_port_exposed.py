r"""An image exposes the port of SSH.

A container that is administered through SSH needs keys and a second service in it, and changes that nobody can
repeat. `docker exec` and its like do the same without a door to the network.

## Bad
```dockerfile
FROM alpine:3.21
EXPOSE 22 8080
USER nobody
```
## Good
```dockerfile
FROM alpine:3.21
EXPOSE 8080
USER nobody
```
## Fix
Unsafe: EXPOSE opens nothing by itself, but what publishes all exposed ports no longer publishes this one.
## See
https://docs.docker.com/reference/dockerfile/#expose
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, objects

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "nist-800-53": ("SC-7",),
        "iso-27001": ("A.8.20",),
    },
    aliases=(
        "CKV_DOCKER_1",
        "DS-0004",
        "docker-no-ssh-port",
        "AVD-DS-0004",
        "DS004",
        "no-ssh-port",
        "5907595b-5b6d-4142-b173-dbb0e73fbff8",
        "79731185",
        "AC_DOCKER_0026",
    ),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    every = objects(stage, "expose")
    for exposed in every:
        if exposed["port"].equals(22) and not exposed["protocol"].equals("udp"):
            alone = sum(other.span == exposed.span for other in every) == 1
            fix = exposed.remove() if alone else exposed["port"].remove()
            yield rule.found(exposed["port"], "Port 22, which is that of SSH, is exposed", fix=fix)
