r"""COPY names a stage by its number.

Whoever puts a stage in front of the others changes what all numbers mean, and the wrong files are copied without a
word. A name goes on meaning the same stage.

## Bad
```dockerfile
FROM golang:1.24
RUN go build -o /server .

FROM alpine:3.21
COPY --from=0 /server /server
USER nobody
```
## Good
```dockerfile
FROM golang:1.24 AS build
RUN go build -o /server .

FROM alpine:3.21
COPY --from=build /server /server
USER nobody
```
## Fix
A stage has to be given a name first, which is the choice of the author: no edit is offered.
## See
https://docs.docker.com/build/building/multi-stage/#name-your-build-stages
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, objects

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "nist-800-53": ("CM-6",),
        "iso-27001": ("A.8.9",),
    },
    aliases=("68a51e22-ae5a-4d48-8e87-b01a323605c9", "dea09829"),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for copied in objects(stage, "copy"):
        origin = copied["from"]
        if (origin.text or "").isdigit():
            yield rule.found(origin, f"Stage {origin.text} is named by its number")
