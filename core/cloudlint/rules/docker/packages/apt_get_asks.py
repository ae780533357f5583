r"""`apt-get` asks before it installs.

Nobody is there to answer while an image is built, so that the build stops.

## Bad
```dockerfile
FROM debian:12-slim
RUN apt-get update && apt-get install --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
USER nobody
```
## Good
```dockerfile
FROM debian:12-slim
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
USER nobody
```
## See
https://docs.docker.com/build/building/best-practices/#apt-get
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, with_word
from cloudlint.vocabulary.packages import APT, Call, calls, says_yes

from ._shared import mentions

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
        "DS-0021",
        "docker-use-apt-auto-confirm",
        "AVD-DS-0021",
        "DS021",
        "use-apt-auto-confirm",
        "77783205-c4ca-4f80-bb80-c777f267c547",
        "2064113b",
    ),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    found = [call for call in calls(stage, APT) if call.installs and _asks(call)]
    if not found or mentions(stage, "Assume-Yes"):
        return
    for call in found:
        yield rule.found(call.task, f"`{call.command.program}` asks before it installs", fix=with_word(call.task, "-y"))


def _asks(call: Call) -> bool:
    """Would the call wait for an answer, going by its own words?"""
    if says_yes(call) or not call.lacks("--force-yes"):
        return False
    return call.command.before not in ("|", "|&") and all("Assume-Yes" not in text for text in call.command.texts)
