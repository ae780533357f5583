r"""A RUN changes the folder for the commands that follow in it.

Who reads the file has to follow the shell to know where something happens, and the next RUN is somewhere else again.
WORKDIR says it once, for all instructions that follow.

## Bad
```dockerfile
FROM alpine:3.21
RUN cd /src && make
USER nobody
```
## Good
```dockerfile
FROM alpine:3.21
WORKDIR /src
RUN make
USER nobody
```
## Fix
Other instructions may rely on the folder as it is, so that no edit is offered.
## See
https://docs.docker.com/build/building/best-practices/#workdir
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, runs

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
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
    default=False,
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for _, commands in runs(stage):
        outer = [command for command in commands if not command.through]
        for command in outer[:-1]:
            if command.program == "cd" and command.texts[:1] and command.texts[0].startswith("/"):
                yield rule.found(command.value, f"The folder is changed to `{command.texts[0]}` by the shell")
