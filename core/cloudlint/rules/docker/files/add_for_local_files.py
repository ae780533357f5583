r"""ADD copies plain files.

ADD does more than it says: it fetches addresses and unpacks archives, so that the same line does something else when
the file changes. COPY only copies.

## Bad
```dockerfile
FROM python:3.13-slim
# the program
ADD --chown=1000:1000 app.py requirements.txt /app/
USER nobody
```
## Good
```dockerfile
FROM python:3.13-slim
# the program
COPY --chown=1000:1000 app.py requirements.txt /app/
USER nobody
```
## Fix
Safe where the files have an ending that is none of an archive. Unsafe for others: ADD would have unpacked an archive,
whatever it is called.
## See
https://docs.docker.com/build/building/best-practices/#add-or-copy
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.patterns import pattern
from cloudlint.resource import Value
from cloudlint.rule import LOW, SAFE, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, objects

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=SAFE,
    standards={
        "cis-docker-1.6": ("4.9",),
        "nist-800-53": ("CM-6",),
        "iso-27001": ("A.8.9",),
    },
    aliases=(
        "CKV_DOCKER_4",
        "DS-0005",
        "docker-use-copy-over-add",
        "AVD-DS-0005",
        "DS005",
        "use-copy-over-add",
        "9513a694-aa0d-41d8-be61-3271e056f36b",
        "0aedd324",
        "AC_DOCKER_0032",
    ),
)

# What ADD is for: it fetches these, and unpacks those.
FETCHED = pattern(r"(?i)[a-z][a-z0-9+.-]*://|git@")
UNPACKED = pattern(r"(?i)\.(?:tar|tgz|tbz2?|txz|tzst|(?:tar\.)?(?:gz|bz2|xz|zst))$")
ENDING = pattern(r"[^./]\.[a-zA-Z0-9_-]+$")


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for added in objects(stage, "add"):
        sources = added["sources"].items()
        if all(_is_plain(source) for source in sources) and added["checksum"].absent and added["keep-git-dir"].absent:
            # An archive is unpacked whatever it is called: without an ending it may be one.
            safety = None if all(ENDING.search(source.text or "") for source in sources) else UNSAFE
            fix = added["keyword"].set("COPY")
            yield rule.found(added, "ADD is used where COPY does the same", fix=fix, safety=safety)


def _is_plain(source: Value) -> bool:
    """Is it surely neither fetched nor unpacked?"""
    text = source.text
    return text is not None and not FETCHED.match(text) and not UNPACKED.search(text)
