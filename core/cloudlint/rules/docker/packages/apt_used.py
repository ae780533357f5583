r"""A RUN calls apt instead of apt-get.

apt is made for people at a terminal: its options and output may change with any version, and it says so itself.
apt-get and apt-cache stay as they are.

## Bad
```dockerfile
FROM debian:12-slim
RUN apt-get update \
    # for the certificates
    && apt install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/*
USER nobody
```
## Good
```dockerfile
FROM debian:12-slim
RUN apt-get update \
    # for the certificates
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/*
USER nobody
```
## Fix
Safe for all but `apt upgrade`, which also installs packages that are new, as `apt-get upgrade` does not.
## See
https://manpages.debian.org/bookworm/apt/apt.8.en.html#SCRIPT_USAGE_AND_DIFFERENCES_FROM_OTHER_APT_TOOLS
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, commands

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
    aliases=("CKV_DOCKER_9", "b84a0b47-2e99-4c9f-8933-98bcabe2b94d", "6cb53718", "AC_DOCKER_0002"),
)

SAME = (
    "install",
    "update",
    "upgrade",
    "remove",
    "purge",
    "autoremove",
    "clean",
    "autoclean",
    "build-dep",
    "source",
    "download",
)
CACHE = ("show", "search", "policy", "showsrc", "depends", "rdepends")


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for command in commands(stage, "apt"):
        task = next((text for text in command.texts if not text.startswith("-")), "")
        better = "apt-get" if task in SAME else "apt-cache" if task in CACHE else ""
        fix = command.words[0].set(better) if better else None
        # `apt upgrade` also installs packages that are new, `apt-get upgrade` does not.
        safety = UNSAFE if task == "upgrade" else None
        message = "`apt` is called where a script should call apt-get"
        yield rule.found(command.words[0], message, fix=fix, safety=safety)
