r"""A stage has several ENTRYPOINT instructions.

Only the last ENTRYPOINT of a stage counts. Those before it look as if they were run first, and they are not.

## Bad
```dockerfile
FROM node:22.11-bookworm-slim
COPY . /app
# what is started
ENTRYPOINT ["npm", "start"]
ENTRYPOINT ["node", "server.js"]
USER node
```
## Good
```dockerfile
FROM node:22.11-bookworm-slim
COPY . /app
# what is started
ENTRYPOINT ["node", "server.js"]
USER node
```
## See
https://docs.docker.com/reference/dockerfile/#entrypoint
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
    aliases=(
        "DS-0007",
        "docker-only-one-entrypoint",
        "AVD-DS-0007",
        "DS007",
        "only-one-entrypoint",
        "6938958b-3f1a-451c-909b-baeee14bdc97",
        "03be1867",
    ),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    every = objects(stage, "entrypoint")
    for overruled in every[:-1]:
        related = [(every[-1], "this one counts")]
        yield rule.found(
            overruled, "This ENTRYPOINT is overruled by a later one", fix=overruled.remove(), related=related
        )
