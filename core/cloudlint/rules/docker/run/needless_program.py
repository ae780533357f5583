r"""A RUN calls a program that is of no use in a build.

What the program shows or changes is gone with the step of the build: there are no services, no mounts and no network
of the later container. Mostly a line has been left over from looking for a mistake.

## Bad
```dockerfile
FROM debian:12-slim
RUN ps aux
RUN mkdir /data
USER nobody
```
## Good
```dockerfile
FROM debian:12-slim
RUN mkdir /data
USER nobody
```
## Fix
Unsafe: a line may have been written for the mere success or failure of the program.
## See
https://docs.docker.com/build/building/best-practices/#run
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, commands

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=UNSAFE,
    standards={
        "nist-800-53": ("CM-7",),
        "iso-27001": ("A.8.9",),
    },
    aliases=("9b6b0f38-92a2-41f9-b881-3a1083d99f1b", "677fa9a6"),
)

NEEDLESS = ("free", "ifconfig", "kill", "mount", "ps", "shutdown", "ssh", "top", "vim", "vi", "nano", "reboot", "htop")


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for command in commands(stage, *NEEDLESS):
        if not command.through and command.words:
            yield rule.found(
                command.words[0], f"`{command.program}` is of no use in a build", fix=command.value.remove()
            )
