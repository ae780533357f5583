r"""WORKDIR names a folder that is not absolute.

Such a path hangs on the WORKDIR before it, which may stand in the base image: with another base the files are
somewhere else.

## Bad
```dockerfile
FROM python:3.13-slim
WORKDIR app
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
Unsafe: the edit is only offered where no WORKDIR stands in front of it, and takes the path from the root folder; a
base image that sets a folder of its own means another place.
## See
https://docs.docker.com/reference/dockerfile/#workdir
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.patterns import pattern
from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, inherited, objects

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=UNSAFE,
    standards={
        "nist-800-53": ("CM-6",),
        "iso-27001": ("A.8.9",),
    },
    aliases=(
        "CKV_DOCKER_10",
        "DS-0009",
        "docker-user-absolute-workdir",
        "AVD-DS-0009",
        "DS009",
        "user-absolute-workdir",
        "6b376af8-cfe8-49ab-a08d-f32de23661a4",
        "bfe0be8b",
        "AC_DOCKER_0013",
    ),
)

ABSOLUTE = pattern(r"/|[A-Za-z]:|\\\\|%|\$")


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    above = inherited(stage, "workdir")
    earlier = None if above is None else above["text"].text
    for folder in objects(stage, "workdir"):
        path = folder["text"].text
        if path is not None and not ABSOLUTE.match(path):
            fix = folder["text"].set(_absolute(path, earlier)) if _absolute(path, earlier) != "/" else None
            yield rule.found(folder["text"], f"`{path}` hangs on the folder before it", fix=fix)
            path = _absolute(path, earlier)
        earlier = path


def _absolute(path: str, earlier: str | None) -> str:
    """The path as it comes out behind the folder before it; below the root where there is none."""
    folder = [part for part in (earlier or "").split("/") if part]
    for part in path.split("/"):
        if part == "..":
            del folder[-1:]
        elif part not in ("", "."):
            folder.append(part)
    return "/" + "/".join(folder)
