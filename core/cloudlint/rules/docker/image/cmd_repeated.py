r"""A stage has several CMD instructions.

Only the last CMD of a stage counts. Those before it look as if something were started, and it is not.

## Bad
```dockerfile
FROM node:22.11-bookworm-slim
COPY . /app
# what is started
CMD ["npm", "start"]
CMD ["node", "server.js"]
USER node
```
## Good
```dockerfile
FROM node:22.11-bookworm-slim
COPY . /app
# what is started
CMD ["node", "server.js"]
USER node
```
## See
https://docs.docker.com/reference/dockerfile/#cmd
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
        "DS-0016",
        "docker-only-one-cmd",
        "AVD-DS-0016",
        "DS016",
        "only-one-cmd",
        "41c195f4-fc31-4a5c-8a1b-90605538d49f",
        "96f59ca3",
        "AC_DOCKER_0053",
    ),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    every = objects(stage, "cmd")
    for overruled in every[:-1]:
        related = [(every[-1], "this one counts")]
        yield rule.found(overruled, "This CMD is overruled by a later one", fix=overruled.remove(), related=related)
