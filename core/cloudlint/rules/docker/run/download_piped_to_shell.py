r"""A script is fetched and run without being looked at.

Whatever the server sends is run as root while the image is built: today the installer, tomorrow what somebody put in
its place, or half of it if the connection breaks. Fetch a fixed version, compare its checksum, then run it.

## Bad
```dockerfile
FROM debian:12-slim
RUN curl -fsSL https://example.com/install | bash
USER nobody
```
## Good
```dockerfile
FROM debian:12-slim
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/install /tmp/
RUN bash /tmp/install
USER nobody
```
## Fix
Only who has the right script knows its checksum, so that no edit is offered.
## See
https://docs.docker.com/reference/dockerfile/#add---checksum
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import SHELLS, STAGE, Command, runs

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:H/A:N",
    standards={
        "nist-800-53": ("SI-7",),
        "iso-27001": ("A.8.19",),
    },
    aliases=(),
)

INTERPRETERS = (*SHELLS, "node", "perl", "php", "python", "python2", "python3", "ruby")


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for _, commands in runs(stage):
        for index, command in enumerate(commands):
            if command.program in ("curl", "wget") and (runner := _runner(commands, index)) is not None:
                message = f"What `{command.program}` fetches is run by `{runner.program}` whatever it is"
                yield rule.found(command.value, message)


def _runner(commands: list[Command], index: int) -> Command | None:
    """The shell or interpreter that runs what a command fetches: through a pipe, `<(...)` or `sh -c "$(...)"`."""
    command = commands[index]
    around = command.inside
    if (
        around is not None
        and command.through in ("<(", "$(", "`")
        and around.program in (*SHELLS, "source", ".", "eval")
    ):
        return around
    for other in commands[index + 1 :]:
        if other.before not in ("|", "|&") or other.through != command.through:
            return None
        if other.program in INTERPRETERS and ("-s" in other.texts or not any(map(_is_script, other.texts))):
            return other
    return None


def _is_script(text: str) -> bool:
    """Is it an argument that says what to run, so that the input is only data?"""
    return not text.startswith(("-", "+")) or text in ("-c", "-e", "-m", "-n", "-p", "-ne", "-pe")
