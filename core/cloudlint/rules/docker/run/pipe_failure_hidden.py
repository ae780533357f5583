r"""A pipe hides that a command in it failed.

A pipe is as successful as its last command. If the download in front fails, the build goes on with half a file. `set
-o pipefail`, or a SHELL with it, makes the build stop.

## Bad
```dockerfile
FROM debian:12-slim
RUN wget -O - https://example.com/list | wc -l > /count
USER nobody
```
## Good
```dockerfile
FROM debian:12-slim
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN wget -O - https://example.com/list | wc -l > /count
USER nobody
```
## Fix
The image may hold no shell that knows `pipefail`, so that no edit is offered.
## See
https://docs.docker.com/build/building/best-practices/#using-pipes
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.resource import Value
from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, commands_of, inherited, instructions

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "nist-800-53": ("CM-6",),
        "iso-27001": ("A.8.9",),
    },
    aliases=("efbf148a-67e9-42d2-ac47-02fa1c0d0b22", "26810b44"),
    default=False,
)

# What only says something, and does not fail.
HARMLESS = ("echo", "printf", "yes", "true", "cat", "date", "uname", "dpkg")


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    above = inherited(stage, "shell")
    safe = above is not None and _tells(above)
    for instruction in instructions(stage, "shell", "run"):
        if instruction["keyword"].equals("SHELL"):
            safe = _tells(instruction)
        elif not safe and "pipefail" not in (instruction["text"].text or ""):
            yield from _of(instruction)


def _tells(shell: Value) -> bool:
    """Does a SHELL have pipes fail with whatever fails in them?"""
    return "pipefail" in " ".join(word.text or "" for word in shell["words"].items())


def _of(run: Value) -> Iterator[Finding]:
    if any("pipefail" in (body.text or "") for body in run["heredocs"].items()):
        return
    for command in commands_of(run):
        if command.after in ("|", "|&") and not command.through and command.program not in HARMLESS:
            name = f"`{command.program}`" if command.program else "a command"
            yield rule.found(command.value, f"It goes unnoticed if {name} fails in front of a pipe")
            return
