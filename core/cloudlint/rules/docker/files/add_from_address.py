r"""ADD fetches a file from an address without a checksum.

Whatever the server sends is taken into the image, whoever has got hold of the server or the name. Give ADD a
`--checksum`, or fetch the file in a RUN that compares it and removes what is not needed.

## Bad
```dockerfile
FROM debian:12-slim
ADD https://example.com/tool.tgz /o/
USER nobody
```
## Good
```dockerfile
FROM debian:12-slim
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/tool.tgz /o/
USER nobody
```
## Fix
Only who has the right file knows its checksum, so that no edit is offered.
## See
https://docs.docker.com/reference/dockerfile/#add---checksum
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.patterns import pattern
from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, objects

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:H/A:N",
    standards={
        "nist-800-53": ("SI-7",),
        "iso-27001": ("A.8.19",),
    },
    aliases=("4b410d24-1cbe-4430-a632-62c9a931cf1c", "29e8216b", "AC_DOCKER_0035"),
)

ADDRESS = pattern(r"(?i)https?://")
REPOSITORY = pattern(r"\.git(?:$|[#?])")  # a repository, whose commit is named behind `#`


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for added in objects(stage, "add"):
        for source in added["sources"].items():
            text = source.text or ""
            if ADDRESS.match(text) and not REPOSITORY.search(text) and added["checksum"].absent:
                yield rule.found(source, f"`{text}` is taken into the image whatever it holds")
