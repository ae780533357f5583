r"""`apt-get` installs packages without a valid signature.

The signature is all that says that a package is from the distribution. Without it whoever sits between the build and
the mirror puts programs of their own into the image.

## Bad
```dockerfile
FROM debian:12-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends --allow-unauthenticated jq \
    && rm -rf /var/lib/apt/lists/*
USER nobody
```
## Good
```dockerfile
FROM debian:12-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends jq \
    && rm -rf /var/lib/apt/lists/*
USER nobody
```
## Fix
Unsafe: the build stops where a package has no valid signature; its key has to be added then.
## See
https://manpages.debian.org/bookworm/apt/apt-get.8.en.html#OPTIONS
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE
from cloudlint.vocabulary.packages import APT, calls

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:H/A:H",
    fixes=UNSAFE,
    standards={
        "cis-docker-1.6": ("4.11",),
        "nist-800-53": ("SI-7",),
        "iso-27001": ("A.8.19",),
    },
    aliases=("CKV2_DOCKER_8",),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for call in calls(stage, APT):
        option = call.command.option("--allow-unauthenticated")
        if option is not None:
            message = f"`{option.text}` has {call.command.program} install packages without a valid signature"
            yield rule.found(option, message, fix=option.remove())
