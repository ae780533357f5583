r"""Copied files are given to the user that the program runs as.

A program that owns its own files can be made to overwrite them: an intruder then leaves something behind that is run
at the next start. To be run and read, files need not belong to whoever runs them.

## Bad
```dockerfile
FROM python:3.13-slim
COPY --chown=app:app app.py /app/
USER app
```
## Good
```dockerfile
FROM python:3.13-slim
COPY app.py /app/
USER app
```
## Fix
Unsafe: a program that writes into these files is refused to do so from then on.
## See
https://docs.docker.com/reference/dockerfile/#copy---chown---chmod
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, instructions

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=UNSAFE,
    standards={
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
    },
    aliases=("aa93e17f-b6db-4162-9334-c70334e7ac28", "ba0a34dc", "AC_DOCKER_00024"),
    default=False,
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for copied in instructions(stage, "copy", "add"):
        owner = copied["chown"]
        if not owner.absent:
            target = copied["destination"].text or "the target"
            yield rule.found(owner, f"The files in `{target}` are given to another owner", fix=owner.remove())
