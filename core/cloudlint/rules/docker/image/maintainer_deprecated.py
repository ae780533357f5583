r"""An image names its author with MAINTAINER.

The instruction has been deprecated since 2017, and the linter of BuildKit warns of it. A label says the same where
all tools look for it.

## Bad
```dockerfile
FROM alpine:3.21
MAINTAINER Jane Doe <jane@example.org>
USER nobody
```
## Good
```dockerfile
FROM alpine:3.21
LABEL org.opencontainers.image.authors="Jane Doe <jane@example.org>"
USER nobody
```
## See
https://docs.docker.com/reference/dockerfile/#maintainer-deprecated
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.model import Reference
from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, objects

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=SAFE,
    standards={
        "nist-800-53": ("CM-6",),
        "iso-27001": ("A.8.9",),
    },
    aliases=(
        "CKV_DOCKER_6",
        "DS-0022",
        "docker-no-maintainer",
        "AVD-DS-0022",
        "DS022",
        "no-maintainer",
        "99614418-f82b-4852-a9ae-5051402b741c",
        "9d9cbf83",
    ),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for maintainer in objects(stage, "maintainer"):
        name = (maintainer["text"].text or "").replace("\\", "\\\\").replace('"', '\\"')
        fix = maintainer["keyword"].set("LABEL")
        if fix is not None and name:
            fix = fix.also(maintainer["text"].set(Reference(f'org.opencontainers.image.authors="{name}"')))
        yield rule.found(maintainer, "MAINTAINER is deprecated: a label names the author", fix=fix)
