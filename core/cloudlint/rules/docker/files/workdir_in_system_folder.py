r"""WORKDIR is a folder of the system.

What is written there can replace programs and settings of the system, and what is mounted there hides them. A folder
of the application's own keeps the two apart.

## Bad
```dockerfile
FROM python:3.13-slim
WORKDIR /usr/bin
COPY app.py .
USER nobody
```
## Good
```dockerfile
FROM python:3.13-slim
WORKDIR /app
COPY app.py .
USER nobody
```
## Fix
Only the author knows what else relies on the place of the files, so that no edit is offered.
## See
https://docs.docker.com/reference/dockerfile/#workdir
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.patterns import pattern
from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, objects

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "nist-800-53": ("CM-6",),
        "iso-27001": ("A.8.9",),
    },
    aliases=("DS-0030", "docker-avoid-sys-workdir-mounts", "AVD-DS-0030", "DS030", "avoid-sys-workdir-mounts"),
)

SYSTEM = pattern(r"/(?:bin|boot|dev|etc|lib|lib64|proc|sbin|sys|usr|usr/(?:bin|lib64|sbin))|/(?:dev|proc|sys)/.*")


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for folder in objects(stage, "workdir"):
        path = (folder["text"].text or "").rstrip("/")
        if SYSTEM.fullmatch(path):
            yield rule.found(folder["text"], f"`{path}` is a folder of the system")
