r"""A command is run with sudo.

RUN is root unless USER says otherwise, so that sudo changes nothing there but leaves a program in the image that
makes root of others. Where another user is meant to do the work, change USER for these lines.

## Bad
```dockerfile
FROM debian:12-slim
RUN sudo -E rm -rf /srv/old && \
    # the new one
    sudo mkdir /srv/new
USER nobody
```
## Good
```dockerfile
FROM debian:12-slim
RUN rm -rf /srv/old && \
    # the new one
    mkdir /srv/new
USER nobody
```
## Fix
Unsafe: where a USER in front makes somebody else of root, the command is no longer run as root.
## See
https://docs.docker.com/build/building/best-practices/#user
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.model import Change
from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, Command, commands

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:L/I:L/A:L",
    fixes=UNSAFE,
    standards={
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
    },
    aliases=(
        "CKV2_DOCKER_1",
        "DS-0010",
        "docker-no-sudo-run",
        "AVD-DS-0010",
        "DS010",
        "no-sudo-run",
        "8ada6e80-0ade-439e-b176-0b28f6bce35a",
        "c4f2e24a",
        "AC_DOCKER_0007",
    ),
)

SUDO = ("sudo", "/usr/bin/sudo")


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for command in commands(stage):
        for word in command.wrappers:
            if word.one_of(SUDO):
                yield rule.found(word, f"`{command.program}` is run with sudo", fix=_without(command))
                break
        else:
            if command.program == "sudo" and command.words:
                yield rule.found(command.words[0], "A shell is opened with sudo", fix=None)


def _without(command: Command) -> Change | None:
    """Take sudo and its options away, where nothing else runs the program."""
    if not command.wrappers[0].one_of(SUDO) or any(word.one_of(("-u", "--user")) for word in command.wrappers):
        return None
    change: Change | None = None
    for word in command.wrappers:
        removed = word.remove()
        if removed is None:
            return None
        change = removed if change is None else change.also(removed)
    return change
