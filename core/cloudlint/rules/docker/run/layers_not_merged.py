r"""Instructions follow each other that could be one.

Each instruction is a layer. What one writes and the next deletes stays in the image, and caches of the steps get out
of step with each other.

## Bad
```dockerfile
FROM debian:12-slim
COPY a.conf /etc/app/
COPY b.conf /etc/app/
COPY c.conf /etc/app/
USER nobody
```
## Good
```dockerfile
FROM debian:12-slim
COPY a.conf b.conf c.conf /etc/app/
USER nobody
```
## Fix
What belongs together in the cache of builds is for the author to say, so that no edit is offered.
## See
https://docs.docker.com/build/building/best-practices/#minimize-the-number-of-layers
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.resource import Value
from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, instructions, is_final

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "nist-800-53": ("CM-6",),
        "iso-27001": ("A.8.9",),
    },
    aliases=("0008c003-79aa-42d8-95b8-1c2fe37dbfe6", "29bd3a34"),
    default=False,
)

KEYWORDS = ("add", "arg", "cmd", "copy", "env", "run", "user", "workdir")
MANY = 3


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    if not is_final(stage):
        return
    row: list[Value] = []
    for instruction in (*instructions(stage, *KEYWORDS), None):
        if instruction is not None and row and _alike(row[-1], instruction):
            row.append(instruction)
            continue
        if len(row) >= MANY:
            yield rule.found(row[0], f"{len(row)} {row[0]['keyword'].text} in a row could be one")
        row = [instruction] if instruction is not None else []


def _alike(one: Value, other: Value) -> bool:
    """Do two instructions the same, to the same place?"""
    if one["keyword"].text != other["keyword"].text:
        return False
    if one["keyword"].equals("RUN"):
        return one["mount"].absent and other["mount"].absent
    return (
        one["keyword"].one_of(("COPY", "ADD"))
        and one["destination"].text == other["destination"].text
        and all(one[flag].text == other[flag].text for flag in ("from", "chown", "chmod"))
    )
