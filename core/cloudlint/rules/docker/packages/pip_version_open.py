r"""`pip` installs whatever version is the newest.

The image is another one with every build, and so are its mistakes: nobody can say which version was in the last one.
Whoever takes the package over is in the next image at once.

## Bad
```dockerfile
FROM python:3.13-slim
RUN pip install --no-cache-dir flask
USER nobody
```
## Good
```dockerfile
FROM python:3.13-slim
RUN pip install --no-cache-dir flask==3.1.0
USER nobody
```
## Fix
Only the author knows which version was tested, so that no edit is offered.
## See
https://pip.pypa.io/en/stable/topics/repeatable-installs/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE
from cloudlint.vocabulary.packages import PIP, calls

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
    aliases=("02d9c71f-3ee8-4986-9c27-1a20d0d19bfc", "37db3a53", "AC_DOCKER_0010"),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for call in calls(stage, PIP):
        for package in open_versions(call):
            yield rule.found(package, f"`{package.text}` is installed in whatever version is the newest")
