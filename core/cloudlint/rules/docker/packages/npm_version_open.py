r"""`npm` installs whatever version is the newest.

The image is another one with every build, and so are its mistakes: nobody can say which version was in the last one.
Whoever takes the package over is in the next image at once.

## Bad
```dockerfile
FROM node:22.11-bookworm-slim
RUN npm install -g pm2
USER nobody
```
## Good
```dockerfile
FROM node:22.11-bookworm-slim
RUN npm install -g pm2@5.4.3
USER nobody
```
## Fix
Only the author knows which version was tested, so that no edit is offered.
## See
https://docs.npmjs.com/cli/commands/npm-install
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE
from cloudlint.vocabulary.packages import NPM, calls

from ._shared import open_versions

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:R/S:U/C:N/I:L/A:N",
    standards={
        "nist-800-53": ("CM-2",),
        "iso-27001": ("A.8.9",),
    },
    aliases=("e36d8880-3f78-4546-b9a1-12f0745ca0d5", "8bd60033"),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for call in calls(stage, NPM):
        for package in open_versions(call):
            yield rule.found(package, f"`{package.text}` is installed in whatever version is the newest")
