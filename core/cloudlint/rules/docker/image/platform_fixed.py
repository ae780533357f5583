r"""A base image is taken for one fixed platform.

The image is built for that processor whatever machine it is built for. On others it runs slowly in an emulator, or
not at all. Say `--platform` when building instead; `$BUILDPLATFORM` for the tools of a build is fine.

## Bad
```dockerfile
FROM --platform=linux/amd64 debian:12-slim
USER nobody
```
## Good
```dockerfile
FROM debian:12-slim
USER nobody
```
## Fix
Unsafe: on a machine with another processor, the image is built for that one from then on.
## See
https://docs.docker.com/reference/dockerfile/#from
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, objects

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
    aliases=("b16e8501-ef3c-44e1-a543-a093238099c9", "5bd0baab", "AC_DOCKER_0001"),
    default=False,
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for start in objects(stage, "from"):
        platform = start["platform"]
        if platform.text is not None:
            yield rule.found(platform, f"The base image is taken for {platform.text} only", fix=platform.remove())
