r"""`apk` leaves the index of packages in the image.

The index takes a few megabytes and is of no use later. `--no-cache` takes it from the network for this one command.

## Bad
```dockerfile
FROM alpine:3.21
# for the certificates
RUN apk add ca-certificates
USER nobody
```
## Good
```dockerfile
FROM alpine:3.21
# for the certificates
RUN apk add --no-cache ca-certificates
USER nobody
```
## See
https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper#Add_a_Package
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, caches, with_word
from cloudlint.vocabulary.packages import APK, calls

from ._shared import deletes

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=SAFE,
    standards={
        "nist-800-53": ("CM-7",),
        "iso-27001": ("A.8.9",),
    },
    aliases=(
        "DS-0025",
        "docker-purge-apk-package-cache",
        "AVD-DS-0025",
        "DS025",
        "purge-apk-package-cache",
        "ae9c56a6-3ed1-4ac0-9b54-31267f51151d",
        "d44503b8",
    ),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for call in calls(stage, APK):
        if not call.installs or not call.lacks("--no-cache") or any("apk" in folder for folder in caches(call.run)):
            continue
        if any(deletes(command, "/var/cache/apk") for command in call.behind):
            continue
        yield rule.found(call.task, "`apk` leaves its index in the image", fix=with_word(call.task, "--no-cache"))
