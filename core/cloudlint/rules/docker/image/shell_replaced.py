r"""The default shell is replaced by a link.

Whatever else in the image relies on `/bin/sh` gets another shell from then on, scripts of packages included. SHELL
changes the one that RUN uses, and nothing else.

## Bad
```dockerfile
FROM debian:12-slim
RUN ln -sf /bin/bash /bin/sh
RUN source /etc/profile && make
USER nobody
```
## Good
```dockerfile
FROM debian:12-slim
SHELL ["/bin/bash", "-c"]
RUN source /etc/profile && make
USER nobody
```
## Fix
Unsafe: programs in the image that call `/bin/sh` get the shell of the base image again.
## See
https://docs.docker.com/reference/dockerfile/#shell
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
    aliases=("8a301064-c291-4b20-adcb-403fe7fd95fd", "d859b2eb", "AC_DOCKER_0020"),
)

SHELL = ("/bin/sh", "/usr/bin/sh")


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for run, commands in runs(stage):
        for command in commands:
            if command.program == "ln" and len(command.operands) > 1 and command.operands[-1].one_of(SHELL):
                fix = _as_shell(run, command) if len(commands) == 1 else None
                yield rule.found(command.value, "`/bin/sh` is replaced for all programs of the image", fix=fix)


def _as_shell(run: Value, command: Command) -> Change | None:
    """SHELL instead of a RUN that does nothing but this."""
    fix = run["keyword"].set("SHELL")
    written = run["text"].set(Reference(f'["{command.operands[0].text}", "-c"]'))
    return fix.also(written) if fix is not None and written is not None else None
