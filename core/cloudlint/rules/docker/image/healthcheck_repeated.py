r"""A stage has several HEALTHCHECK instructions.

Only the last HEALTHCHECK of a stage counts. Those before it look as if they watched something, and they do not.

## Bad
```dockerfile
FROM node:22.11-bookworm-slim
COPY . /app
# what is started
HEALTHCHECK CMD ["true"]
HEALTHCHECK CMD ["node", "health.js"]
USER node
```
## Good
```dockerfile
FROM node:22.11-bookworm-slim
COPY . /app
# what is started
HEALTHCHECK CMD ["node", "health.js"]
USER node
```
## See
https://docs.docker.com/reference/dockerfile/#healthcheck
"""

from __future__ import annotations

from collections.abc import Iterator

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
    aliases=("DS-0023", "docker-only-one-healthcheck", "AVD-DS-0023", "DS023", "only-one-healthcheck"),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    every = objects(stage, "healthcheck")
    for overruled in every[:-1]:
        related = [(every[-1], "this one counts")]
        yield rule.found(
            overruled, "This HEALTHCHECK is overruled by a later one", fix=overruled.remove(), related=related
        )
