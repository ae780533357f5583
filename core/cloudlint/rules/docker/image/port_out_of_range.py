r"""An image exposes a port that does not exist.

Ports go from 1 to 65535. The instruction names another number, so that the port that was meant is not exposed.

## Bad
```dockerfile
FROM alpine:3.21
EXPOSE 80800
USER nobody
```
## Good
```dockerfile
FROM alpine:3.21
EXPOSE 8080
USER nobody
```
## Fix
Only the author knows which port was meant, so that no edit is offered.
## See
https://docs.docker.com/reference/dockerfile/#expose
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, objects
from cloudlint.vocabulary.numerals import natural

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "nist-800-53": ("CM-6",),
        "iso-27001": ("A.8.9",),
    },
    aliases=(
        "DS-0008",
        "docker-port-out-of-range",
        "AVD-DS-0008",
        "DS008",
        "port-out-of-range",
        "71bf8cf8-f0a1-42fa-b9d2-d10525e0a38e",
        "fed3d812",
        "AC_DOCKER_0011",
    ),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for exposed in objects(stage, "expose"):
        port = exposed["port"]
        for number in (port.text or "").split("-"):
            if number.isdecimal() and not 0 < (natural(number) or 0) < 65536:
                yield rule.found(port, f"There is no port {number}")
