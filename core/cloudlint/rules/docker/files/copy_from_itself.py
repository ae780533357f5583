r"""COPY takes files from the very stage that it is in.

A stage can only copy from those before it. Docker refuses the instruction, or takes an image of that name from a
registry instead, which may be anybody's.

## Bad
```dockerfile
FROM golang:1.24 AS build
COPY --from=build /src /app
USER nobody
```
## Good
```dockerfile
FROM golang:1.24 AS build
COPY /src /app
USER nobody
```
## Fix
Only the author knows where the files are to come from, so that no edit is offered.
## See
https://docs.docker.com/reference/dockerfile/#copy---from
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
        "DS-0006",
        "docker-no-self-referencing-copy-from",
        "AVD-DS-0006",
        "DS006",
        "no-self-referencing-copy-from",
        "cdddb86f-95f6-4fc4-b5a1-483d9afceb2b",
        "a248d89e",
    ),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    own = {str(stage["number"].known)}
    for start in objects(stage, "from"):
        if start["name"].text:
            own.add((start["name"].text or "").lower())
    for copied in objects(stage, "copy"):
        origin = copied["from"]
        if not copied["stage"].refers and (origin.text or "").lower() in own:
            yield rule.found(origin, f"COPY takes files from `{origin.text}`, the stage that it is in")
