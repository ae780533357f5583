r"""Two stages have the same name.

Only the last stage of a name can be reached by it: what seems to be copied from the first, or built of it, is taken
from the other.

## Bad
```dockerfile
FROM golang:1.24 AS build
RUN go build -o /server .

FROM node:22.11-bookworm-slim AS build
RUN npm ci

FROM alpine:3.21
COPY --from=build /server /server
USER nobody
```
## Good
```dockerfile
FROM golang:1.24 AS server
RUN go build -o /server .

FROM node:22.11-bookworm-slim AS pages
RUN npm ci

FROM alpine:3.21
COPY --from=server /server /server
USER nobody
```
## Fix
Only the author knows which stage is meant where the name is used, so that no edit is offered.
## See
https://docs.docker.com/reference/dockerfile/#from
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, objects

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:L/I:L/A:L",
    standards={
        "nist-800-53": ("CM-6",),
        "iso-27001": ("A.8.9",),
    },
    aliases=(
        "CKV_DOCKER_11",
        "DS-0012",
        "docker-no-duplicate-alias",
        "AVD-DS-0012",
        "DS012",
        "no-duplicate-alias",
        "f2daed12-c802-49cd-afed-fe41d0b82fed",
        "c923ad4b",
    ),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    name = objects(stage, "from")[0]["name"]
    if name.text is None:
        return
    taken = name.text.lower()
    for other in stage.graph.of(STAGE):
        if other.label.lower() == taken and (other["number"].number or 0) > (stage["number"].number or 0):
            later = objects(other, "from")[0]["name"]
            related = [(later, "this stage is reached by it")]
            yield rule.found(name, f"A later stage takes the name `{name.text}` over", related=related)
            return
