r"""A RUN ends with a change of the folder.

Each RUN has a shell of its own: the folder is the old one again at the next instruction. What looks as if it happened
there happens elsewhere. WORKDIR changes the folder for all that follows.

## Bad
```dockerfile
FROM nginx:1.27-alpine
RUN cd /usr/share/nginx/html
COPY . .
USER nginx
```
## Good
```dockerfile
FROM nginx:1.27-alpine
WORKDIR /usr/share/nginx/html
COPY . .
USER nginx
```
## Fix
Unsafe: the instructions below are run in that folder from then on.
## See
https://docs.docker.com/build/building/best-practices/#workdir
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.model import Change, Reference
from cloudlint.resource import Value
from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, Command, runs

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
        "DS-0013",
        "docker-use-workdir-over-cd",
        "AVD-DS-0013",
        "DS013",
        "use-workdir-over-cd",
        "f4a6bcd3-e231-4acf-993c-aa027be50d2e",
        "edd9f7d3",
        "AC_DOCKER_0018",
    ),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for run, commands in runs(stage):
        last = next((command for command in reversed(commands) if not command.through), None)
        if last is not None and last.program == "cd":
            fix = _as_workdir(run, last) if len(commands) == 1 else None
            yield rule.found(last.value, "The folder is the old one again at the next instruction", fix=fix)


def _as_workdir(run: Value, command: Command) -> Change | None:
    """WORKDIR instead of a RUN that does nothing but this."""
    path = command.texts[0] if len(command.texts) == 1 else ""
    if not path.startswith("/"):
        return None
    fix = run["keyword"].set("WORKDIR")
    written = run["text"].set(Reference(path))
    return fix.also(written) if fix is not None and written is not None else None
