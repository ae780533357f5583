r"""A CMD or ENTRYPOINT is run through a shell.

The shell is then process 1: it does not pass on the signal to stop, so that the program is killed after ten seconds
instead of ending well. The image also has to hold a shell, which an intruder can use.

## Bad
```dockerfile
FROM python:3.13-slim
COPY app.py .
USER nobody
# the web server
CMD python app.py --port 8080
```
## Good
```dockerfile
FROM python:3.13-slim
COPY app.py .
USER nobody
# the web server
CMD ["python", "app.py", "--port", "8080"]
```
## Fix
Unsafe: a command that needs the shell, for variables or pipes, is offered no edit; one that only seems not to may
behave differently.
## See
https://docs.docker.com/reference/dockerfile/#shell-and-exec-form
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.model import Change, Reference
from cloudlint.resource import Value
from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, commands_of, instructions

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
    aliases=("b86987e1-6397-4619-81d5-8807f2387c79", "070b84da"),
    default=False,
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for instruction in instructions(stage, "cmd", "entrypoint"):
        if instruction["form"].equals("shell"):
            keyword = instruction["keyword"].text
            yield rule.found(instruction, f"{keyword} is run through a shell", fix=_as_array(instruction))


def _as_array(instruction: Value) -> Change | None:
    """The exec form of one simple command."""
    commands = commands_of(instruction)
    if len(commands) != 1 or commands[0].variables or commands[0].redirects or commands[0].wrappers:
        return None
    words = [word.data for word in commands[0].words if isinstance(word.data, str) and not word.trail]
    if not words or len(words) != len(commands[0].words) or any(sign in word for word in words for sign in '*?~[\\"'):
        return None
    return instruction["text"].set(Reference("[" + ", ".join(f'"{word}"' for word in words) + "]"))
