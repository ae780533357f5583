r"""A base image is taken by its tag `latest`.

The tag moves: tomorrow's build takes another image than today's, with changes that nobody has tested, and nobody can
say later what was in it. Name a version, and a digest where the build must be repeatable.

## Bad
```dockerfile
FROM node:latest
CMD ["node", "server.js"]
USER node
```
## Good
```dockerfile
FROM node:22.11-bookworm-slim
CMD ["node", "server.js"]
USER node
```
## Fix
Only the author knows which version was meant, so that no edit is offered.
## See
https://docs.docker.com/build/building/best-practices/#pin-base-image-versions
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, objects

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:L/A:L",
    standards={
        "cis-docker-1.6": ("4.2",),
        "nist-800-53": ("CM-2",),
        "iso-27001": ("A.8.9",),
    },
    aliases=(
        "CKV_DOCKER_7",
        "DS-0001",
        "docker-use-specific-tags",
        "AVD-DS-0001",
        "DS001",
        "use-specific-tags",
        "f45ea400-6bbe-4501-9fc7-1c3d75c32067",
        "22f535ec",
        "AC_DOCKER_0041",
    ),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for start in objects(stage, "from"):
        if start["tag"].equals("latest") and start["digest"].absent and not start["stage"].refers:
            yield rule.found(start["tag"], f"`{start['repository'].text or 'the image'}` is taken by its tag `latest`")
