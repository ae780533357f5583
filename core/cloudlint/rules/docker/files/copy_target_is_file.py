r"""COPY puts several files into a target that does not end in a slash.

With more than one source the target is a folder, and has to be written as one: Docker refuses the instruction
otherwise.

## Bad
```dockerfile
FROM node:22.11-bookworm-slim
COPY package.json package-lock.json /app
USER node
```
## Good
```dockerfile
FROM node:22.11-bookworm-slim
COPY package.json package-lock.json /app/
USER node
```
## See
https://docs.docker.com/reference/dockerfile/#copy
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, objects

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=SAFE,
    standards={
        "nist-800-53": ("CM-6",),
        "iso-27001": ("A.8.9",),
    },
    aliases=(
        "DS-0011",
        "docker-use-slash-for-copy-args",
        "AVD-DS-0011",
        "DS011",
        "use-slash-for-copy-args",
        "6db6e0c2-32a3-4a2e-93b5-72c35f4119db",
        "bab38efd",
    ),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for copied in objects(stage, "copy"):
        sources, target = copied["sources"].items(), copied["destination"]
        text = target.text
        # `COPY file:... in /target` is how old versions wrote what they had done.
        if len(sources) < 2 or text is None or text.endswith(("/", "\\", ".")) or sources[-1].equals("in"):
            continue
        yield rule.found(
            target, f"Several files are copied to `{text}`, which is no folder", fix=target.set(text + "/")
        )
