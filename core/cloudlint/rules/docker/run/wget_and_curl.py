r"""A stage fetches with wget and with curl.

Both do the same. With both there are two programs, with their libraries, to keep free of holes, and the image is
larger.

## Bad
```dockerfile
FROM debian:12-slim
RUN wget https://example.com/a
RUN curl -O https://example.com/b
USER nobody
```
## Good
```dockerfile
FROM debian:12-slim
RUN curl -O https://example.com/a
RUN curl -O https://example.com/b
USER nobody
```
## Fix
The options of the two differ, so that no edit is offered.
## See
https://docs.docker.com/build/building/best-practices/#run
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, commands, follows

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "cis-docker-1.6": ("4.3",),
        "nist-800-53": ("CM-7",),
        "iso-27001": ("A.8.9",),
    },
    aliases=(
        "DS-0014",
        "docker-standardise-remote-get",
        "AVD-DS-0014",
        "DS014",
        "standardise-remote-get",
        "fc775e75-fcfb-4c98-b2f2-910c5858b359",
        "22261deb",
    ),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    first = {command.program: command for command in reversed(list(commands(stage, "wget", "curl")))}
    if len(first) == 2:
        earlier, later = first["wget"], first["curl"]
        if follows(earlier.value, later.value):
            earlier, later = later, earlier
        related = [(earlier.value, f"{earlier.program} is used here")]
        yield rule.found(later.words[0], "The stage fetches with both wget and curl", related=related)
