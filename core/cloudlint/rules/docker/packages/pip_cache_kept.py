r"""`pip` leaves what it fetched in the image.

pip keeps the packages that it has fetched, for the next time. In an image there is no next time: the cache only makes
it larger.

## Bad
```dockerfile
FROM python:3.13-slim
COPY requirements.txt .
RUN pip install -r requirements.txt # all of them
USER nobody
```
## Good
```dockerfile
FROM python:3.13-slim
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt # all of them
USER nobody
```
## See
https://pip.pypa.io/en/stable/topics/caching/#disabling-caching
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, caches, with_word
from cloudlint.vocabulary.packages import PIP, calls

from ._shared import deletes, sets

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=SAFE,
    standards={
        "nist-800-53": ("CM-7",),
        "iso-27001": ("A.8.9",),
    },
    aliases=("f2f903fb-b977-461e-98d7-b3e2185c6118", "a6eb5f34", "AC_DOCKER_0031"),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for call in calls(stage, PIP):
        if not call.installs or not call.lacks("--no-cache-dir") or any("pip" in folder for folder in caches(call.run)):
            continue
        if any("/root/.cache".startswith(folder) for folder in caches(call.run)):
            continue
        if any(deletes(command, ".cache") or _purges(command.texts) for command in call.behind):
            continue
        if not sets(stage, call.run, "PIP_NO_CACHE_DIR"):
            fix = with_word(call.task, "--no-cache-dir")
            yield rule.found(call.task, "`pip` leaves what it fetched in the image", fix=fix)


def _purges(texts: tuple[str, ...]) -> bool:
    return "cache" in texts and "purge" in texts
