r"""A base image is named without a tag.

Without a tag `latest` is meant, and that moves: tomorrow's build takes another image than today's, and nobody can say
later what was in it. Name a version, and a digest where the build must be repeatable.

## Bad
```dockerfile
FROM node
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
        "9efb0b2d-89c9-41a3-91ca-dcc0aec911fd",
        "4f469f06",
    ),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for start in objects(stage, "from"):
        image = start["image"]
        if image.absent or image.equals("scratch") or start["stage"].refers:
            continue
        if start["tag"].absent and start["digest"].absent:
            name = start["repository"]
            yield rule.found(name, f"`{name.text or 'the image'}` is taken without a tag, which means `latest`")
