r"""`apk` installs whatever version is the newest.

The image is another one with every build, and so are its mistakes: nobody can say which version was in the last one,
or build it again. Distributions delete old versions, so that a fixed one can make a build fail: weigh it, and select
this rule if it is worth it.

## Bad
```dockerfile
FROM alpine:3.21
RUN apk add --no-cache nginx
USER nobody
```
## Good
```dockerfile
FROM alpine:3.21
RUN apk add --no-cache nginx=1.26.3-r0
USER nobody
```
## Fix
Only the author knows which version was tested, so that no edit is offered.
## See
https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper#Package_pinning
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE
from cloudlint.vocabulary.packages import APK, calls

from ._shared import open_versions

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:R/S:U/C:N/I:L/A:N",
    standards={
        "nist-800-53": ("CM-2",),
        "iso-27001": ("A.8.9",),
    },
    aliases=("d3499f6d-1651-41bb-a9a7-de925fea487b", "adb9d5d5"),
    default=False,
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for call in calls(stage, APK):
        for package in open_versions(call):
            yield rule.found(package, f"`{package.text}` is installed in whatever version is the newest")
