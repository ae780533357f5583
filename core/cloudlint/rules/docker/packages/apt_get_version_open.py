r"""`apt-get` installs whatever version is the newest.

The image is another one with every build, and so are its mistakes: nobody can say which version was in the last one,
or build it again. Distributions delete old versions, so that a fixed one can make a build fail: weigh it, and select
this rule if it is worth it.

## Bad
```dockerfile
FROM debian:12-slim
RUN apt-get update && apt-get install -y --no-install-recommends nginx && rm -rf /var/lib/apt/lists/*
USER nobody
```
## Good
```dockerfile
FROM debian:12-slim
RUN apt-get update && apt-get install -y --no-install-recommends nginx=1.22.1-9 && rm -rf /var/lib/apt/lists/*
USER nobody
```
## Fix
Only the author knows which version was tested, so that no edit is offered.
## See
https://docs.docker.com/build/building/best-practices/#apt-get
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE
from cloudlint.vocabulary.packages import APT, calls

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
    aliases=("965a08d7-ef86-4f14-8792-4a3b2098937e", "e0e1edad"),
    default=False,
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for call in calls(stage, APT):
        for package in open_versions(call):
            yield rule.found(package, f"`{package.text}` is installed in whatever version is the newest")
