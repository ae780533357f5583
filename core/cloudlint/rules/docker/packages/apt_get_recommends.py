r"""`apt-get` installs what is only recommended.

Packages that nobody asked for come along: the image is larger, and each is one more that may have a hole.

## Bad
```dockerfile
FROM debian:12-slim
RUN apt-get update \
    && apt-get install -y \
        ca-certificates \
        curl \
    && rm -rf /var/lib/apt/lists/*
USER nobody
```
## Good
```dockerfile
FROM debian:12-slim
RUN apt-get update \
    && apt-get install --no-install-recommends -y \
        ca-certificates \
        curl \
    && rm -rf /var/lib/apt/lists/*
USER nobody
```
## Fix
Unsafe: something may rely on a package that was only recommended, and has to name it from then on.
## See
https://docs.docker.com/build/building/best-practices/#apt-get
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, with_word
from cloudlint.vocabulary.packages import APT, calls

from ._shared import mentions

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=UNSAFE,
    standards={
        "cis-docker-1.6": ("4.3",),
        "nist-800-53": ("CM-7",),
        "iso-27001": ("A.8.9",),
    },
    aliases=(
        "DS-0029",
        "docker-use-apt-no-install-recommends",
        "AVD-DS-0029",
        "DS029",
        "use-apt-no-install-recommends",
        "7384dfb2-fcd1-4fbf-91cd-6c44c318c33c",
        "2e92d18c",
        "AC_DOCKER_0014",
    ),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    found = [call for call in calls(stage, APT) if call.installs and call.lacks("--no-install-recommends")]
    if not found or mentions(stage, "Install-Recommends"):
        return
    for call in found:
        if any("Install-Recommends" in text for text in call.command.texts):
            continue
        fix = with_word(call.task, "--no-install-recommends")
        yield rule.found(call.task, f"`{call.command.program}` installs recommended packages as well", fix=fix)
