r"""A RUN lets everybody write into files.

Whoever gets into the container as any user can then change these files, programs and settings among them, and so
become whoever runs them next. Give the files to the user who needs them.

## Bad
```dockerfile
FROM debian:12-slim
RUN mkdir /data && chmod -R 777 /data
USER nobody
```
## Good
```dockerfile
FROM debian:12-slim
RUN mkdir /data && chmod -R 775 /data
USER nobody
```
## Fix
Unsafe: who is neither owner nor in the group can no longer write there; `chown` gives the files to the right user.
## See
https://docs.docker.com/build/building/best-practices/#user
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.patterns import pattern
from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, commands

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
    aliases=(),
)

OCTAL = pattern(r"0?[0-7]{2}[2367]")  # with a sticky bit, as on /tmp, only the owner may delete
SYMBOLIC = pattern(r"(?:[ugo]*[ao][augo]*)[+=][rwxX]*w[rwxX]*")
SHARED = pattern(r"/(?:var/)?tmp/?")


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for command in commands(stage, "chmod"):
        mode = next(iter(command.operands), None)
        text = mode.text if mode is not None else None
        targets = [word.text or "" for word in command.operands[1:]]
        if mode is None or text is None or all(SHARED.fullmatch(target) for target in targets):
            continue
        if OCTAL.fullmatch(text):
            fix = mode.set(text[:-1] + {"7": "5", "6": "4", "3": "1", "2": "0"}[text[-1]])
            yield rule.found(mode, f"Mode {text} lets everybody write", fix=fix)
        elif SYMBOLIC.fullmatch(text):
            yield rule.found(mode, f"Mode {text} lets everybody write", fix=mode.set("ug" + text.lstrip("augo")))
